import { csvOf } from '@/domain/basics/csv';

describe('a table as CSV', () => {
  it.each(['=1+1', '+86', '-1', '@SUM(A1)', '＝1', '\t=1', '|calc', '%0A'])('does not let a spreadsheet run %j', (cell) => {
    expect(csvOf([[cell]], ['名'], false).replace(/^"/, '')).toMatch(/^'/);
  });

  it('quotes what would break a row', () => {
    expect(csvOf([['甲,乙', '丙"丁', '一\n二', 3]], [], false)).toBe('"甲,乙","丙""丁","一\n二",3\r\n');
  });

  it('begins with a BOM and the header, once', () => {
    expect(csvOf([[1]], ['数'], true)).toBe('\uFEFF数\r\n1\r\n');
    expect(csvOf([[1]], ['数'], false)).toBe('1\r\n');
  });
});
