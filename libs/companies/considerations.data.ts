/**
 * What a new organisation's list of considerations begins with (skånehensyn said from the work's side, R31): never a
 * diagnosis. Each organisation edits its own copy.
 */
export const startingConsiderations: readonly (readonly [danish: string, english: string])[] = [
  ['Ingen tunge løft', 'No heavy lifting'],
  ['Siddende arbejde muligt', 'Seated work possible'],
  ['Skiftende arbejdsstillinger', 'Varied working positions'],
  ['Korte arbejdsdage', 'Short working days'],
  ['Fleksible mødetider', 'Flexible starting times'],
  ['Pauser efter behov', 'Breaks as needed'],
  ['Rolige omgivelser', 'Quiet surroundings'],
  ['Faste og forudsigelige opgaver', 'Fixed, predictable tasks'],
  ['Fast kollega ved siden af', 'A steady colleague alongside'],
  ['Ingen kundekontakt', 'No customer contact'],
  ['Dansk på begynderniveau er nok', 'Beginner’s Danish is enough'],
  ['Tæt på bus eller tog', 'Close to bus or train'],
];
