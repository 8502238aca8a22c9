/** WeChat's privacy guide on the WeChat build (WX-01..03): asked once, by us, when it is needed; refused, all else works (PRV-05). */
import { PRIVACY_CALLS, consentWords } from '@/domain/wording/privacy-guide';
import { onBothBackends } from './backends';
import { begin, pointAt, send } from './closed-loop.journey';
import type { Host } from './launch-host';
import { reopen, withVillage } from './village';

const REFUSED = { category: '卫生环境', text: '水沟边的垃圾又满了，没人来收' };
const AGREED = { category: '安全隐患', text: '桥头的石栏杆断了一截' };
const question = (api: string): string => consentWords(api).title;

onBothBackends((backend) => `the privacy guide on the WeChat build in ${backend}`, (backend) => {
  const on = withVillage(backend);

  async function newPhoneOf(name: string): Promise<Host> {
    const phone = await on.village.phoneOf(name);
    await phone.setPhone({ privacyNeeded: true });
    await phone.see('我要报事');
    return phone;
  }

  it('is not asked for before it is needed, and refused three times it costs a photo, a voice and a point on the map, and no report', async () => {
    const villager = await newPhoneOf('王秀兰');
    await begin(villager, REFUSED);
    expect(await villager.reads()).not.toContain('用户隐私保护指引');

    await villager.tap('拍照');
    await villager.see(question('chooseMedia'));
    await villager.tap('看《用户隐私保护指引》');
    expect(await villager.calls('openPrivacyContract')).toHaveLength(1);
    await villager.tap('不同意');
    await villager.toasted('不拍照也能报事');
    await villager.see('拍照');

    await villager.tap('不想打字？点一下，说给我听');
    await villager.see(question('RecorderManager.start'));
    await villager.tap('不同意');
    await villager.see('没用话筒');
    // No setting of the phone would help, so none is offered.
    expect(await villager.reads()).not.toContain('去允许用话筒');

    await pointAt(villager);
    await villager.see(question('chooseLocation'));
    await villager.tap('不同意');
    await villager.toasted('选组、选片一样能报事');
    await villager.find('[aria-label^="我家这一片"][aria-checked="true"]');
    await villager.tap('就是这里');

    await send(villager);
    expect(await on.village.filed('王秀兰', REFUSED.text)).toEqual([expect.objectContaining({ photos: [] })]);
    expect(await villager.miniProgram.callWxMethod('getPrivacySetting')).toMatchObject({ needAuthorization: true });
    expect(await on.village.errors()).toEqual([]);
  });

  it('is agreed to once, by WeChat\'s own button, and asked no more: a photo, a voice and a point go with the report', async () => {
    const villager = await newPhoneOf('李国平');
    await begin(villager, AGREED);
    await villager.tap('拍照');
    await villager.see(question('chooseMedia'));
    await villager.tap('同意');
    await villager.find('[aria-label^="第 1 张照片"]');
    expect(await villager.miniProgram.callWxMethod('getPrivacySetting')).toMatchObject({ needAuthorization: false });

    await villager.tap('不想打字？点一下，说给我听');
    await villager.tap('说完再点一下');
    await villager.see('重新说一遍');
    await pointAt(villager);
    await villager.tap('就是这里');
    await villager.see('老供销社');
    await send(villager);
    const [filed] = await on.village.filed('李国平', AGREED.text);
    expect(filed).toMatchObject({ photos: [expect.anything()], voice: expect.anything() as unknown });
    // Of where he pointed, about a hundred metres are kept (CODE-08).
    const sent = (await villager.calls('cloud.callFunction')).map(({ options }) => options as { readonly data: { readonly procedure: string; readonly input: { readonly place?: object } } });
    expect(sent.find(({ data }) => data.procedure === 'submit')?.data.input.place).toMatchObject({ kind: 'POINT', point: { latitude: 32.735, longitude: 108.499 } });
    expect(await on.village.errors()).toEqual([]);
  });

  it('counts as refused by who leaves the page, and is asked for again', async () => {
    const villager = await newPhoneOf('赵春花');
    await begin(villager, { category: '问政策', text: '合作医疗在哪里交' });
    await villager.tap('拍照');
    await villager.see(question('chooseMedia'));
    await reopen(villager, 'packages/people/data/index');
    await villager.tap('拿一份走');
    await villager.see(question('setClipboardData'));
    await villager.tap('同意');
    await villager.copied('赵春花');
    expect(await on.village.errors()).toEqual([]);
  });
});

it('has words for every call, no two alike', () => {
  expect(new Set(PRIVACY_CALLS.map(({ title }) => title)).size).toBe(PRIVACY_CALLS.length);
});
