export function clipRing(ring: number[][], box: [number, number, number, number]): number[][];
export function packLine(points: number[][], grain?: number): number[];
export function namesByTown(rows: { country: string; name: string; [language: string]: string }[]): Map<number, Record<string, string>>;
export function cutAtAntimeridian(polygon: number[][][]): number[][][][];
