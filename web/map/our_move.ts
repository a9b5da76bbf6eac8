/** Goes with every move of the map that nobody who looks at it has made: the events of such a move carry it. */
export const ourMove = { ours: true };
