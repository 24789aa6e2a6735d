/** The staircase an organisation begins with, lowest step first; its own from then on. Danish, English. */
export const startingSteps: readonly (readonly [string, string])[] = [
  ['Vi lærer hinanden at kende', 'We get to know each other'],
  ['Besøg hos virksomheder', 'Visits to companies'],
  ['Praktik få timer', 'Placement, few hours'],
  ['Praktik flere timer', 'Placement, more hours'],
  ['De første løntimer', 'First paid hours'],
  ['Flere løntimer', 'More paid hours'],
  ['Job', 'Job'],
];
