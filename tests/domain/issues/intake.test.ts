/** What is looked at before a report is taken (EVT-10, EVT-11, EVT-14). */
import { ELSEWHERE } from '@/domain/issues/elsewhere-keywords';
import { elsewhereHints, isEmergency, takeText } from '@/domain/issues/intake';
import { elsewhereWords } from '@/domain/wording/elsewhere';
import { fc } from '../../fixtures/properties';

describe('a text', () => {
  it('of more characters than the county allows is refused with the limit', () => {
    expect(takeText('沟'.repeat(500), 500, 'NEEDED').ok).toBe(true);
    expect(takeText('沟'.repeat(501), 500, 'NEEDED')).toEqual({ ok: false, reason: { problem: 'TOO_LONG', limit: 500 } });
    expect(takeText('沟'.repeat(10_000), 500, 'NEEDED')).toMatchObject({ ok: false });
  });

  it('counts what people count: a face with its skin tone is one', () => {
    expect(takeText('👍🏽'.repeat(500), 500, 'NEEDED').ok).toBe(true);
  });

  it('that is only spaces and control characters says nothing', () => {
    expect(takeText(' \u0000\u200b\t\n', 500, 'NEEDED')).toEqual({ ok: false, reason: { problem: 'REQUIRED' } });
    expect(takeText(' \u0007 ', 500, 'OPTIONAL')).toEqual({ ok: true, value: '' });
  });

  it('keeps markup as the characters it is', () => {
    expect(takeText('<script>alert(1)</script>', 500, 'NEEDED')).toEqual({ ok: true, value: '<script>alert(1)</script>' });
  });

  it('never keeps a control character but the line end', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const taken = takeText(text, 1000, 'OPTIONAL');
      if (taken.ok) expect(taken.value).not.toMatch(/(?!\n)\p{Cc}/u);
    }));
  });
});

describe('hints where a matter may belong', () => {
  it.each([
    ['老张家着火了，快来人', ['FIRE'], true],
    ['我家门口车祸了，有人受伤', ['MEDICAL', 'TRAFFIC'], true],
    ['邻居打人，我已经起诉到法院', ['POLICE', 'COURT'], true],
    ['土地承包要仲裁，怎么办', ['ARBITRATION'], false],
    ['村干部贪污补贴款', ['DISCIPLINE'], false],
    ['我要上访', ['PETITION'], false],
    ['申请政府信息公开', ['INFORMATION'], false],
    ['他天天打老婆', ['SENSITIVE'], false],
  ])('%s', (text, codes, emergency) => {
    expect(elsewhereHints(text).map(({ code }) => code)).toEqual(codes);
    expect(isEmergency(text, 'NORMAL')).toBe(emergency);
  });

  it.each(['水沟堵了三天，味道很大', '路灯不亮，晚上走路看不清', '防火灾的牌子倒了', '树倒了，没有人受伤', '想问一问医保怎么交', '偷偷把垃圾倒在沟里', '请村里帮忙看看，谁家牛走丢了'])('none for: %s', (text) => {
    expect(elsewhereHints(text)).toEqual([]);
  });

  it('are not fooled by spaces between the characters', () => {
    expect(elsewhereHints('着 火 了')).toHaveLength(1);
  });

  it('have words a villager reads, each of them', () => {
    const general = elsewhereWords('NO_SUCH_CODE');
    for (const { code } of ELSEWHERE) expect(elsewhereWords(code)).not.toBe(general);
  });

  it('come first as emergency numbers when the reporter says it is urgent', () => {
    expect(isEmergency('路断了', 'URGENT')).toBe(true);
  });
});
