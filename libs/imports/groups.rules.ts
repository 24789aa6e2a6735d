import type { Steps } from './steps.rules.js';

/**
 * Union-find over entries, where each group may carry facts that must not contradict: a merge that would put two
 * different values of one fact in a group is not made. Near-linear: path halving, smaller group under larger.
 */
export class Groups {
  private readonly parent: number[];
  private readonly size: number[];

  /** `facts[i]` are entry i's facts; undefined is compatible with anything. */
  constructor(private readonly facts: Record<string, string | undefined>[]) {
    this.parent = facts.map((_, index) => index);
    this.size = facts.map(() => 1);
  }

  /** The group an entry is in, as one entry that stands for it. */
  of(entry: number): number {
    let at = entry;
    while (this.parent[at] !== at) {
      this.parent[at] = this.parent[this.parent[at] ?? at] ?? at;
      at = this.parent[at] ?? at;
    }
    return at;
  }

  same(a: number, b: number): boolean {
    return this.of(a) === this.of(b);
  }

  /** A fact of the group an entry is in. */
  fact(entry: number, name: string): string | undefined {
    return this.facts[this.of(entry)]?.[name];
  }

  /** Whether the two groups contradict in one of the named facts. */
  contradict(a: number, b: number, names: readonly string[]): boolean {
    return names.some((name) => {
      const [one, other] = [this.fact(a, name), this.fact(b, name)];
      return one !== undefined && other !== undefined && one !== other;
    });
  }

  /** Makes one group of two, unless they contradict in one of `guards`; the larger one's facts win elsewhere. */
  join(a: number, b: number, guards: readonly string[]): boolean {
    let [into, from] = [this.of(a), this.of(b)];
    if (into === from) return true;
    if (this.contradict(into, from, guards)) return false;
    if ((this.size[into] ?? 0) < (this.size[from] ?? 0)) [into, from] = [from, into];
    this.parent[from] = into;
    this.size[into] = (this.size[into] ?? 0) + (this.size[from] ?? 0);
    const kept = this.facts[into] ?? {};
    for (const [name, value] of Object.entries(this.facts[from] ?? {})) kept[name] ??= value;
    return true;
  }
}

/** Entries by key; keys that are empty are left out. The heart of "no all-pairs": only entries in one block are compared. */
export function* blocks(count: number, keysOf: (entry: number) => (string | undefined)[]): Steps<number[][]> {
  const found = new Map<string, number[]>();
  for (let entry = 0; entry < count; entry += 1) {
    for (const key of new Set(keysOf(entry))) {
      if (!key) continue;
      const block = found.get(key);
      if (block) block.push(entry);
      else found.set(key, [entry]);
    }
    yield;
  }
  return [...found.values()].filter((block) => block.length > 1);
}
