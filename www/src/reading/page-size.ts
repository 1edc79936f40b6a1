/** How many rows of a table one page shows. */
export const PAGE = 100;
