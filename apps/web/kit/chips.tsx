export interface Chip {
  label: string;
  href: string;
  current?: boolean;
}

/** Short links in a row: saved views, filters that are set (`href` takes them off), what to switch between. */
export const Chips = ({ label, chips }: { label: string; chips: readonly Chip[] }) => (
  <nav class="chips" aria-label={label}>
    <span class="chips-label">{label}</span>
    <ul>
      {chips.map((chip) => (
        <li key={chip.href}>
          <a class="chip" href={chip.href} aria-current={chip.current ? 'true' : undefined}>
            {chip.label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
