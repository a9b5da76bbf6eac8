export function clipRing(ring: number[][], box: [number, number, number, number]): number[][];
export function packLine(points: number[][]): number[];
