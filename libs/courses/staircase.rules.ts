/** One step as it is drawn: its top left corner, and the lines of its name. */
export interface DrawnStep {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly steps: readonly DrawnStep[];
}

const width = 360;
const rise = 54;
/** So much of the width the steps use up to climb; the rest is left for the top one's name. */
const climb = 190;
/** Letters of its type that fit on one unit of width. */
const lettersPerUnit = 0.125;

/** A staircase from the left below to the right above, in units that a picture is 360 wide. Lowest step first. */
export function drawStaircase(names: readonly string[]): Drawing {
  const run = names.length > 1 ? Math.min(34, Math.floor(climb / (names.length - 1))) : 0;
  const height = names.length * rise;
  const steps = names.map((name, index) => {
    const [x, y] = [index * run, height - (index + 1) * rise];
    return { x, y, width: width - x, height: rise, lines: wrapped(name, Math.floor((width - x - 44) * lettersPerUnit)) };
  });
  return { width, height, steps };
}

/** Two lines at most; a word is never cut, and what does not fit stays on the second. */
function wrapped(name: string, letters: number): string[] {
  if (name.length <= letters) return [name];
  const cut = name.lastIndexOf(' ', letters);
  return cut <= 0 ? [name] : [name.slice(0, cut), name.slice(cut + 1)];
}

export interface Stood {
  readonly stepId: string;
  readonly fromOn: string;
}

/** Since when a citizen has stood on the step they stand on now; of two entries for one day the later one counts. Oldest first. */
export function standsOn<S extends Stood>(entries: readonly S[]): S | undefined {
  const newest = entries.at(-1);
  return newest && entries.slice(entries.findLastIndex(({ stepId }) => stepId !== newest.stepId) + 1)[0];
}
