import { contradict } from '#companies';
import {
  type Entry,
  initialAndLast,
  placeKey,
  sameAddressKeys,
  shareContact,
  sharedContactKeys,
  slipped,
  townKey,
} from './entry.rules.js';
import { Groups, blocks } from './groups.rules.js';
import { similarNames, similarStreets } from './similar.rules.js';
import { atOnce, type Steps } from './steps.rules.js';

/** Two entries that may be the same, for a person to decide. */
export type Offer = { a: number; b: number; kind: 'company' | 'workplace'; why: OfferReason };
export type OfferReason = 'same-name' | 'same-address' | 'same-contact' | 'other-cvr' | 'other-p-number';

/** A person's decision: the entries are one company (or one workplace), whatever the evidence says. */
export type Link = { a: number; b: number; kind: 'company' | 'workplace' };

export type Matched = {
  /** For each entry the entry that stands for its company. */
  company: number[];
  /** For each entry the entry that stands for its workplace; null for a row that only names the company. */
  workplace: (number | null)[];
  offers: Offer[];
};

const COMPANY_GUARDS = ['cvr', 'anchor'] as const;
const SAME_NAME_GUARDS = [...COMPANY_GUARDS, 'form', 'owner'] as const;
const WORKPLACE_GUARDS = ['pNumber', 'workplaceId'] as const;
/** In a block larger than this (a shopping centre's address, a switchboard) nearness says nothing. */
const CROWD = 40;
/** A person is not asked about more than this many candidates for one company. */
const MOST_OFFERS = 5;

/**
 * Decides which rows of a sheet, and which companies and workplaces already in the register, are the same.
 *
 * One way for all: a row and a known workplace are both *entries*. Evidence is taken strongest first (CVR, P-number,
 * name with address, name with a shared contact), each through hash blocks, so the time grows with the number of
 * entries and not with its square. A merge that would join two CVR numbers is never made. What is likely but not
 * certain becomes an *offer* that a person decides.
 */
export function match(entries: Entry[], links: Link[] = []): Matched {
  return atOnce(matchSteps(entries, links));
}

/** The same, a few entries at a time. */
export function matchSteps(entries: Entry[], links: Link[]): Steps<Matched> {
  return new Matching(entries).run(links);
}

class Matching {
  private readonly companies: Groups;
  private readonly workplaces: Groups;
  private readonly offers = new Map<string, Offer>();

  constructor(private readonly entries: Entry[]) {
    this.companies = new Groups(
      entries.map(({ cvr, companyId, anchored, name }) => ({
        cvr: cvr ?? undefined,
        anchor: anchored ? companyId : undefined,
        form: name.form,
        owner: initialAndLast(name.owner),
      })),
    );
    this.workplaces = new Groups(
      entries.map(({ pNumber, workplaceId }) => ({ pNumber: pNumber ?? undefined, workplaceId })),
    );
  }

  *run(links: Link[]): Steps<Matched> {
    for (const { a, b, kind } of links) this.link(a, b, kind);
    yield* this.each(
      (entry) => [entry.companyId],
      (a, b) => this.companies.join(a, b, []),
    );
    yield* this.each(
      (entry) => [entry.cvr ?? undefined],
      (a, b) => this.joinCompany(a, b, COMPANY_GUARDS, 'other-cvr'),
    );
    yield* this.each(
      (entry) => [entry.pNumber ?? undefined],
      (a, b) => this.joinBoth(a, b, COMPANY_GUARDS, 'other-cvr'),
    );
    yield* this.each(sameAddressKeys, (a, b) => this.joinBoth(a, b, SAME_NAME_GUARDS, 'other-cvr'));
    yield* this.each(sharedContactKeys, (a, b) => this.joinCompany(a, b, SAME_NAME_GUARDS, 'same-contact'));
    yield* this.nearAddresses();
    yield* this.placesOfOneCompany();
    yield* this.offerLikely();
    return this.outcome();
  }

  private link(a: number, b: number, kind: Link['kind']): void {
    this.companies.join(a, b, []);
    if (kind === 'workplace') this.workplaces.join(a, b, []);
  }

  /** Joins the entries of each block: those of the largest agreement first, what contradicts it is left or offered. */
  private *each(keysOf: (entry: Entry) => (string | undefined)[], join: (a: number, b: number) => void): Steps<void> {
    for (const block of yield* blocks(this.entries.length, (index) => keysOf(this.at(index)))) {
      this.joinBlock(block, join);
      yield;
    }
  }

  /** With two CVR numbers in a block nobody can tell whose the rows without one are: like joins like, the rest is offered. */
  private joinBlock(block: number[], join: (a: number, b: number) => void): void {
    const numbers = new Set(block.map((entry) => this.companies.fact(entry, 'cvr')).filter(Boolean));
    const groups = new Map<string, number>();
    for (const entry of block) {
      const key = numbers.size > 1 ? (this.companies.fact(entry, 'cvr') ?? '') : '';
      const first = groups.get(key);
      if (first === undefined) groups.set(key, entry);
      else join(first, entry);
    }
    const [leader, ...others] = groups.values();
    for (const other of others) if (leader !== undefined) this.offer(leader, other, 'company', 'other-cvr');
  }

  private joinCompany(a: number, b: number, guards: readonly string[], why: OfferReason): boolean {
    if (this.companies.join(a, b, guards)) return true;
    this.offer(a, b, 'company', why);
    return false;
  }

  private joinBoth(a: number, b: number, guards: readonly string[], why: OfferReason): void {
    if (!this.companies.join(a, b, guards)) return this.offer(a, b, 'workplace', why);
    if (!this.workplaces.join(a, b, WORKPLACE_GUARDS)) this.offer(a, b, 'workplace', 'other-p-number');
  }

  /** The same house number in one district, and a name or street that differs by a slip. */
  private *nearAddresses(): Steps<void> {
    const byName = (entry: Entry): (string | undefined)[] => [
      entry.street && entry.postalCode ? `${entry.name.key} ${entry.postalCode}` : undefined,
    ];
    yield* this.pairs(byName, (a, b) => {
      if (slipped(this.at(a).street, this.at(b).street, similarStreets))
        this.joinBoth(a, b, SAME_NAME_GUARDS, 'same-address');
    });
    yield* this.pairs(
      (entry) => [placeKey(entry)],
      (a, b) => {
        const [one, other] = [this.at(a), this.at(b)];
        if (!slipped(one.name.key, other.name.key, similarNames)) return;
        if (shareContact(one, other) && !contradict(one.name, other.name))
          this.joinBoth(a, b, COMPANY_GUARDS, 'other-cvr');
        else this.offer(a, b, 'workplace', 'same-address');
      },
    );
  }

  /** Within one company the address alone makes the workplace; a row without address belongs to the only one there is. */
  private *placesOfOneCompany(): Steps<void> {
    const inCompany =
      (of: (entry: Entry) => string | undefined) =>
      (index: number): (string | undefined)[] => {
        const key = of(this.at(index));
        return [key && `${this.companies.of(index)} ${key}`];
      };
    for (const keysOf of [inCompany(placeKey), inCompany(townKey)]) {
      for (const [first, ...rest] of yield* blocks(this.entries.length, keysOf)) {
        for (const entry of rest)
          if (first !== undefined) this.joinBoth(first, entry, COMPANY_GUARDS, 'other-p-number');
        yield;
      }
    }
    for (const block of yield* blocks(this.entries.length, (index) => [String(this.companies.of(index))])) {
      this.placeless(block);
      yield;
    }
  }

  private placeless(block: number[]): void {
    const placed = block.filter((entry) => this.at(entry).street || this.at(entry).pNumber);
    for (const entry of block) {
      const { street, pNumber, postalCode } = this.at(entry);
      if (street || pNumber) continue;
      const here = placed.filter((other) => postalCode === null || this.at(other).postalCode === postalCode);
      const places = new Set(here.map((other) => this.workplaces.of(other)));
      if (places.size === 1) this.workplaces.join(entry, here[0] ?? entry, WORKPLACE_GUARDS);
    }
  }

  private *offerLikely(): Steps<void> {
    yield* this.pairs(
      (entry) => [...entry.phones, ...entry.emails],
      (a, b) => {
        if (similarNames(this.at(a).name.key, this.at(b).name.key)) this.offer(a, b, 'company', 'same-contact');
      },
    );
    for (const block of yield* blocks(this.entries.length, (index) => [this.at(index).name.key])) {
      this.offerNamesakes(block);
      yield;
    }
  }

  /** Companies of one name in several towns: asked about where one of them has no CVR number to tell by. */
  private offerNamesakes(block: number[]): void {
    const groups = [...new Set(block.map((entry) => this.companies.of(entry)))];
    for (const [position, group] of groups.entries()) {
      if (this.companies.fact(group, 'cvr')) continue;
      let offered = 0;
      for (const [index, other] of groups.entries()) {
        if (offered === MOST_OFFERS) break;
        if (index >= position && !this.companies.fact(other, 'cvr')) continue;
        offered += 1;
        if (!this.companies.contradict(group, other, ['form', 'owner']))
          this.offer(group, other, 'company', 'same-name');
      }
    }
  }

  private *pairs(keysOf: (entry: Entry) => (string | undefined)[], look: (a: number, b: number) => void): Steps<void> {
    for (const block of yield* blocks(this.entries.length, (index) => keysOf(this.at(index)))) {
      if (block.length > CROWD) continue;
      block.forEach((a, index) => block.slice(index + 1).forEach((b) => look(a, b)));
      yield;
    }
  }

  private offer(a: number, b: number, kind: Offer['kind'], why: OfferReason): void {
    const key = [a, b].sort((one, other) => one - other).join(' ');
    if (!this.offers.has(key)) this.offers.set(key, { a, b, kind, why });
  }

  private at(index: number): Entry {
    return this.entries[index] as Entry;
  }

  private outcome(): Matched {
    const company = this.entries.map((_, index) => this.companies.of(index));
    const placed = new Set(
      this.entries.flatMap((entry, index) =>
        entry.street || entry.pNumber || entry.workplaceId ? [this.workplaces.of(index)] : [],
      ),
    );
    const workplace = this.entries.map((_, index) =>
      placed.has(this.workplaces.of(index)) ? this.workplaces.of(index) : null,
    );
    const open = [...this.offers.values()].filter(({ a, b, kind }) =>
      kind === 'workplace' ? !this.workplaces.same(a, b) : !this.companies.same(a, b),
    );
    return { company, workplace, offers: open };
  }
}
