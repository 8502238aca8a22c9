import { fireEvent, render, screen, within } from '@testing-library/react';
import Taro from './stand-ins/taro';
import { Chip, type Tone } from '@/components/chip';
import { DueBlock } from '@/components/due-block';
import { HandlerCard } from '@/components/handler-card';
import { PersonCard } from '@/components/person-card';
import { QueueRow } from '@/components/queue-row';
import { SosStrip } from '@/components/sos-strip';
import { StageRail } from '@/components/stage-rail';
import { Timeline } from '@/components/timeline';

const STAGES = ['报上来', '接了', '正在办', '办好了', '您来评'];

describe('the stage rail', () => {
  it('tells what is behind, where it is and what is ahead', () => {
    render(<StageRail stages={STAGES} at={2} />);
    const steps = within(screen.getByRole('list', { name: '进度' })).getAllByRole('listitem');
    expect(steps.map((step) => step.getAttribute('aria-label'))).toEqual(['报上来，已过', '接了，已过', '正在办，现在', '办好了，还没到', '您来评，还没到']);
    expect(steps.map((step) => step.getAttribute('aria-current'))).toEqual([null, null, 'step', null, null]);
  });

  it('writes out why a matter came back', () => {
    render(<StageRail stages={STAGES} at={2} returned="您说没解决，换张明礼重办" />);
    expect(screen.getByText('您说没解决，换张明礼重办')).toBeInTheDocument();
    expect(screen.getByRole('listitem', { name: '正在办，退回到这一步' })).toHaveAttribute('aria-current', 'step');
  });

  it('is all behind when the matter is closed', () => {
    render(<StageRail stages={STAGES} at={STAGES.length} />);
    expect(screen.getAllByRole('listitem').every((step) => step.getAttribute('aria-label')?.endsWith('已过'))).toBe(true);
  });
});

describe('a chip', () => {
  it.each<[Tone, string]>([['go', 'hand'], ['you', 'clock'], ['ok', 'ok'], ['bad', 'alert'], ['idle', 'pause']])('of tone %s carries an icon and a word', (tone, icon) => {
    const { container } = render(<Chip tone={tone} text="说法" />);
    expect(screen.getByText('说法')).toBeInTheDocument();
    expect(container.querySelector(`.icon--${icon}`)).not.toBeNull();
  });
});

describe('the due block', () => {
  it.each([['left', '还剩 2 天', 'clock'], ['overdue', '超期 1 天', 'alert'], ['paused', '先停一停', 'pause']] as const)('says %s in words, with the date', (state, words, icon) => {
    const { container } = render(<DueBlock state={state} words={words} line="最晚11月25日（周三）办好" />);
    expect(screen.getByText(words)).toBeInTheDocument();
    expect(screen.getByText('最晚11月25日（周三）办好')).toBeInTheDocument();
    expect(container.querySelector(`.icon--${icon}`)).not.toBeNull();
  });
});

describe('who answers', () => {
  it('can be called and nudged by name', () => {
    const onCall = jest.fn();
    const onNudge = jest.fn();
    render(<HandlerCard name="陈守田" line="中心户长，管三组东片 26 户" state="accepted" onCall={onCall} onNudge={onNudge} />);
    expect(screen.getByText('接了')).toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: '打电话给陈守田' }));
    fireEvent.click(screen.getByRole('button', { name: '催一下陈守田' }));
    expect(onCall).toHaveBeenCalledTimes(1);
    expect(onNudge).toHaveBeenCalledTimes(1);
  });

  it('is not nudged twice in a day', () => {
    const onNudge = jest.fn();
    render(<HandlerCard name="陈守田" line="中心户长" state="waiting" stateLine="最晚今天 16:20 接" onNudge={onNudge} nudged="催过了，明天能再催" />);
    fireEvent.click(screen.getByRole('button', { name: '催过了，明天能再催' }));
    expect(onNudge).not.toHaveBeenCalled();
    expect(screen.getByText('最晚今天 16:20 接')).toBeInTheDocument();
  });
});

describe('a person card', () => {
  it('calls a filled post by name', () => {
    const onCall = jest.fn();
    render(<PersonCard name="李国平" role="党员" roleIcon="party" lines={['讲政策、跑腿、帮难处']} onCall={onCall} />);
    fireEvent.click(screen.getByRole('button', { name: '打电话给李国平' }));
    expect(onCall).toHaveBeenCalledTimes(1);
  });

  it('of a vacant post says so and calls the next level', () => {
    render(<PersonCard role="三级网格长" lines={['先找二级网格长张明礼']} onCall={jest.fn()} callLabel="打电话给张明礼" />);
    expect(screen.getByText('现在没人')).toBeInTheDocument();
    expect(screen.getByText('先找二级网格长张明礼')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '打电话给张明礼' })).toBeInTheDocument();
  });

  it('never shows a number', () => {
    const { container } = render(<PersonCard name="李国平" role="党员" lines={['讲政策']} onCall={jest.fn()} />);
    expect(container.textContent).not.toMatch(/\d{7,}/);
  });
});

describe('the timeline', () => {
  it('lists what happened in the order given, newest first', () => {
    render(<Timeline items={[{ key: 'b', when: '今天 8:30', who: '陈守田', what: '明天上午清沟。' }, { key: 'a', when: '11月20日 16:20', who: '您', what: '报上来了。' }]} />);
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['今天 8:30 · 陈守田明天上午清沟。', '11月20日 16:20 · 您报上来了。']);
  });

  it('opens a photo large', () => {
    render(<Timeline items={[{ key: 'a', when: '今天', what: '看了', photos: [{ src: 'tmp://1', label: '堵住的水沟' }] }]} />);
    fireEvent.click(screen.getByRole('button', { name: '看大图：堵住的水沟' }));
    expect(Taro.previewImage).toHaveBeenCalledWith({ current: 'tmp://1', urls: ['tmp://1'] });
  });
});

describe('a row of the desk', () => {
  it('reads out the matter, its state and the next act', () => {
    const onTap = jest.fn();
    render(<QueueRow icon="sanitation" title="公厕三天没人打扫" facts={['三组小广场', '一位村民']} chip={{ tone: 'bad', text: '超期 1 天' }} act="马上办" onTap={onTap} />);
    fireEvent.click(screen.getByRole('button', { name: '公厕三天没人打扫，三组小广场，一位村民，超期 1 天，马上办' }));
    expect(onTap).toHaveBeenCalledTimes(1);
  });
});

describe('what cannot wait for a form', () => {
  it.each([['拨打火警电话 119', '119'], ['拨打急救电话 120', '120'], ['拨打报警电话 110', '110']])('%s', (name, phoneNumber) => {
    render(<SosStrip />);
    fireEvent.click(screen.getByRole('button', { name }));
    expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber });
  });
});
