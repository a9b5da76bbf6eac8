/** The three heights of the sheet with the map, and where it comes to rest. Pure functions. */

export type SheetState = "closed" | "half" | "full";

/** What each state is high, in pixels; a closed sheet is its bar alone. */
export type SheetHeights = Readonly<Record<SheetState, number>>;

const states: readonly SheetState[] = ["closed", "half", "full"];
/** Pixels a millisecond from which a pull counts as a throw. */
const quick = 0.4;

/** The next state up or down; at either end it stays. */
export function stepped(state: SheetState, up: boolean): SheetState {
  return states[states.indexOf(state) + (up ? 1 : -1)] ?? state;
}

/** Where a sheet rests that is let go at a height: where it was thrown (`speed` in pixels a millisecond, upwards
 * positive), else at the nearest of its heights. */
export function restingState(height: number, speed: number, heights: SheetHeights): SheetState {
  if (speed >= quick) return states.find((state) => heights[state] > height) ?? "full";
  if (speed <= -quick) return [...states].reverse().find((state) => heights[state] < height) ?? "closed";
  const off = (state: SheetState): number => Math.abs(heights[state] - height);
  return states.reduce((best, state) => (off(state) < off(best) ? state : best));
}
