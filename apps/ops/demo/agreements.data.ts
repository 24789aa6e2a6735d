import type { DemoWork } from './words.data.js';

/**
 * What is agreed with whom, by the company's place in companies.data.ts. A letter is a slot and what goes on there:
 * r running, l running long yet, e ending soon, s just started, v empty since lately, n never used, f begins next week,
 * x stopped early. The days follow today (traffic.ts).
 */
export type DemoAgreement = readonly [company: number, slots: string, startedDaysAgo: number, capped?: DemoCap];

/** So many at once in all, whichever of these they do; a slot for each. */
export interface DemoCap {
  readonly most: number;
  readonly work: readonly DemoWork[];
}

export const fixedSlots: readonly DemoAgreement[] = [
  [0, 'rev', 420], [2, 'lrsf', 390], [3, 'rrl', 365], [6, 'sv', 340], [8, 'rlv', 330], [11, 'er', 310], [12, 'lsr', 300], [16, 'srl', 290],
  [17, 'rre', 280], [25, 'n', 12], [32, 'rsl', 260], [35, 'llr', 250], [39, 'sr', 240], [49, 'rl', 235], [51, 'rl', 230], [53, 'xr', 225], [37, 'n', 3],
];

export const standing: readonly DemoAgreement[] = [
  [1, 'nnr', 400], [0, 'n', 200], [2, 'n', 150], [5, 'n', 320], [9, 'n', 310], [10, 'vn', 300], [12, 'nn', 120], [13, 'rn', 280], [18, 'n', 270], [20, 'n', 260],
  [21, 'n', 220], [24, 'rn', 230], [28, 'n', 90], [33, 'nn', 80], [37, 'rn', 230], [43, 'n', 60], [47, 'n', 50], [52, 'n', 40], [58, 'nn', 30],
];

/** Eight people work there, so the law gives one full-time place: two trainees fill it, and the third place stands empty. */
export const fullByLaw: DemoAgreement = [15, 'rlv', 220];

/** Four in all, among these eight: the hotel cares how many there are at once, not what they do. */
export const fourOfEight: DemoAgreement = [7, 'rlsnnnnn', 175, {
  most: 4,
  work: [
    ['Stille morgenbuffeten an og rydde af', 900, 'To morgener om ugen fra påske'],
    ['Gøre værelser klar sammen med en makker', 1020, 'Timer i sæsonen fra maj'],
    ['Vaske op og holde orden i køkkenet', 900, 'Weekendtimer efter otte uger'],
    ['Lægge linned sammen i vaskeriet', 720, 'Tre timer om ugen efter otte uger'],
    ['Gøre kursuslokaler klar og dække borde', 900, 'Timer ved konferencer'],
    ['Passe haven og terrassen', 720, 'Fire timer om ugen fra april'],
    ['Tage imod varer og holde orden på lageret', 600, 'En fast formiddag om ugen'],
    ['Hjælpe pedellen med småreparationer', 900, 'Aftales undervejs'],
  ],
}];

/** A slot's letters per member, in the members' order. */
export const clusters: readonly { name: string; kind: string; pooling: string; members: readonly number[]; slots: readonly string[]; daysAgo: number }[] = [
  { name: 'Butikkerne i Rosengården', kind: 'geographic', pooling: 'per_workplace', members: [40, 41, 42], slots: ['rl', 's', 'v'], daysAgo: 260 },
  { name: 'Nyborg Bymidte', kind: 'geographic', pooling: 'pooled', members: [21, 22, 29, 58], slots: ['r', 'e', 's', ''], daysAgo: 250 },
  { name: 'Grønt på Midtfyn', kind: 'geographic', pooling: 'per_workplace', members: [19, 52, 54], slots: ['l', 'rs', 'l'], daysAgo: 240 },
];

/** Outside agreements: company, tasks, places, shared days ago, kind, first day from today, held by. */
export const shared: readonly (readonly [company: number, tasks: string, places: number, daysAgo: number, kind: string, freeIn: number, heldBy?: string])[] = [
  [4, 'Binde juledekorationer og pakke ordrer', 3, 0.1, 'placement', 0],
  [7, 'Gøre værelser klar sammen med husholdningslederen', 1, 0.3, 'placement', 4],
  [14, 'Rydde op og sortere på byggepladsen', 2, 0.7, 'placement', 0],
  [15, 'Sy mærker på sejl, siddende arbejde', 1, 1.2, 'placement', 7],
  [23, 'Modtage og sortere post', 1, 1.6, 'placement', 0],
  [26, 'Vaske og efterse maskiner', 1, 2.2, 'ordinary_hours', 0],
  [30, 'Male bådpladser og hytter', 2, 3.1, 'placement', 10],
  [31, 'Rengøre busser om aftenen i et fast hold', 2, 4, 'ordinary_hours', 0],
  [34, 'Gå til hånde i dyreklinikken', 1, 5.3, 'placement', 0],
  [36, 'False og pakke tryksager', 1, 6.1, 'placement', 14],
  [38, 'Passe frokostbuffet og mødelokaler', 1, 8, 'job', 0],
  [45, 'Hjælpe i køkken og have', 1, 9.2, 'placement', 0],
  [48, 'Plukke, vaske og presse æbler', 2, 11, 'placement', 0],
  [50, 'Vaske vogne og holde orden i garagen', 1, 15, 'ordinary_hours', 0],
  [57, 'Afdække og spartle sammen med en svend', 1, 0.4, 'placement', 3, 'consultant'],
  [46, 'Hjælpe i køkkenet og køre mad ud', 1, 0.9, 'placement', 0, 'colleague'],
  [59, 'Sætte bøger på plads og pakke reserveringer', 2, 1.5, 'placement', 5, 'amira'],
];
