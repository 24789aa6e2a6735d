export interface Tab {
  href: string;
  label: string;
  /** How many are behind it. */
  count?: number;
}

/** Parts of one subject, each with its own address: links, so they work with history, bookmarks and no JavaScript. */
export const Tabs = ({ label, tabs, current }: { label: string; tabs: readonly Tab[]; current: string }) => (
  <nav class="tabs" aria-label={label}>
    <ul>
      {tabs.map((tab) => (
        <li key={tab.href}>
          <a href={tab.href} aria-current={tab.href === current ? 'page' : undefined}>
            {tab.label}
            {tab.count !== undefined && <span class="count">{tab.count}</span>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
