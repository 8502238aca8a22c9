import { readOptions } from '../../../local/import-options';

describe('the command line of the import', () => {
  it('is a dry run unless it says --load', () => {
    expect(readOptions(['--area', '610921', '户.csv'], '/home/office')).toEqual({ ok: true, value: { area: '610921', files: ['/home/office/户.csv'], load: false, show: 50 } });
    expect(readOptions(['户.csv', '--load', '--area', '610921107', '--villages', '610921107200,610921107201', '--show', '5'], '/home/office')).toMatchObject({ ok: true, value: { load: true, show: 5, villages: ['610921107200', '610921107201'] } });
  });

  it.each([
    [['--area', '汉阴', '户.csv'], '--area'],
    [['--area', '610921107200-1', '户.csv'], '--area'],
    [['--area', '610921'], '<文件>'],
    [['--area', '610921', '户.csv', '--force'], '--force'],
    [['户.csv', '--area'], '--area'],
    [['--area', '610921', '户.csv', '--show', 'all'], '--show'],
  ])('refuses %j for what it does not understand', (args, reason) => {
    expect(readOptions(args, '/')).toEqual({ ok: false, reason });
  });
});
