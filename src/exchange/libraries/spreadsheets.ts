/** What is used of hucre. The program has it in a file of its own, which only those load who read or write a spreadsheet. */
export { type Cell, type Color, type FillStyle, formatValue, type Sheet, type Workbook } from 'hucre';
export { readOds } from 'hucre/ods';
export { readXls, readXlsx, writeXlsx } from 'hucre/xlsx';
