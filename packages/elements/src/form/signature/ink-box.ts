/** The box, in its own units, that a drawn signature's path data is written in. */
export const inkBox = { width: 300, height: 100 } as const;
