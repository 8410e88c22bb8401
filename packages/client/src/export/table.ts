/** What an export can hold in a cell. An empty text and undefined are an empty cell. */
export type Cell = string | number | Date | undefined;

/** A table as it leaves the desk: a heading for each column, then the rows. */
export interface ExportTable {
  /** The name of the sheet, and of the file without its ending. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}
