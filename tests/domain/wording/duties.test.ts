import { dutyIn } from '@/domain/wording/grid-duties';
import { PEOPLE_NOTICES } from '@/domain/wording/people-notices';

describe('a duty with its area before it', () => {
  it.each([
    ['汉阴县', '县三二一专班', '汉阴县三二一专班'],
    ['漩涡镇', '镇综治中心', '漩涡镇综治中心'],
    ['漩涡镇', '镇政法委员', '漩涡镇政法委员'],
    ['堰坪村', '村值班员', '堰坪村值班员'],
    ['南街社区', '村值班员', '南街社区值班员'],
    ['汉阴县', '县水利局', '汉阴县水利局'],
    ['一组', '二级网格长', '一组二级网格长'],
    // 村务 is a word of its own and no level.
    ['堰坪村', '村务监督委员会', '堰坪村村务监督委员会'],
    ['', '县三二一专班', '县三二一专班'],
  ])('of %s and %s is %s', (area, duty, words) => {
    expect(dutyIn(area, duty)).toBe(words);
  });

  it.each(['POST_GIVEN', 'POST_ENDED', 'POST_VACANT', 'POST_STILL_VACANT', 'STAND_IN_GIVEN'] as const)('names no level twice in a notice of %s', (kind) => {
    const title = PEOPLE_NOTICES[kind].title({ area: '汉阴县', duty: '县三二一专班', from: '1月1日', to: '1月2日' });
    expect(title).toContain('汉阴县三二一专班');
  });
});
