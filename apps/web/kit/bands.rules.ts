/** Lower limits of the colour bands of heat maps and the tile map: 0, 1–2, 3–5, 6–9, 10–19, 20 and more. */
const limits = [0, 1, 3, 6, 10, 20] as const;

/** Band classes b0 (none) to b5 (most), and bn where no figure exists. Each has text contrast of at least 4.5:1. */
const classes = ['b0', 'b1', 'b2', 'b3', 'b4', 'b5'] as const;

/** The colour class of a number of places; undefined (no figure) is not the same as none. */
export function bandClass(value: number | undefined): string {
  if (value === undefined) return 'bn';
  return classes[limits.findLastIndex((limit) => value >= limit)] ?? 'b0';
}

/** What the legend says: '0', '1–2' … '20+'. */
export const bandLegend: readonly { class: string; label: string }[] = limits.map((limit, index) => {
  const next = limits[index + 1];
  const label = next === undefined ? `${limit}+` : next - 1 === limit ? String(limit) : `${limit}–${next - 1}`;
  return { class: classes[index] ?? 'b0', label };
});
