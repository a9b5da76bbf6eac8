/** Markers that would cover each other, put together. Pure. */

export interface Spot { readonly x: number; readonly y: number }

/** Groups of indices: each spot joins the first group whose first member lies within `reach` pixels. */
export function clusters(spots: readonly Spot[], reach: number): number[][] {
  const groups: number[][] = [];
  spots.forEach((spot, index) => {
    const home = groups.find((group) => {
      const first = spots[group[0] ?? -1];
      return first !== undefined && Math.hypot(first.x - spot.x, first.y - spot.y) < reach;
    });
    if (home === undefined) groups.push([index]);
    else home.push(index);
  });
  return groups;
}
