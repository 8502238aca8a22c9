import { useState, type ReactNode } from 'react';
import Taro, { useRouter } from '@tarojs/taro';
import { Section } from '@/components/card';
import { Note } from '@/components/note';
import { Options } from '@/components/options';
import { Page } from '@/components/page';
import { toast } from '@/components/toast';
import { forgetPageData } from '@/hooks/use-page-data';
import { useMe } from '@/hooks/use-me';
import type { Standing } from '@/services/views';
import { Apply } from './apply';
import { ByCode } from './by-code';
import { ByName } from './by-name';
import { TakeUp } from './take-up';

type Way = 'NAME' | 'CODE' | 'APPLY';

const WAYS = [
  { value: 'NAME', title: '我在村里的名册上', line: '写名字和证件后四位，就能报事、找人' },
  { value: 'CODE', title: '村里给了我一个码', line: '核实身份，投票、积分、办公要用' },
  { value: 'APPLY', title: '名册上没有我', line: '请村里把我加进去' },
] as const;

/** Binding this phone to one's own person (architecture section 4). No phone number is ever asked for here (WX-05). */
export default function Bind(): ReactNode {
  const { verify, family } = useRouter().params;
  const me = useMe();
  const [chosen, setWay] = useState<Way>();
  const relation = family === undefined ? 'SELF' as const : 'FAMILY' as const;

  // An application that was accepted, or a phone before this one that agreed: all that is left is to say yes.
  const waiting = me.data === undefined || me.data.person !== undefined ? [] : me.data.family;
  const way = chosen ?? (waiting.length > 0 ? undefined : verify === undefined ? 'NAME' : 'CODE');

  function bound(answer: Standing): void {
    // What the visitor saw is not what this person sees.
    forgetPageData();
    const name = relation === 'SELF' ? answer.person?.name : undefined;
    toast(name === undefined ? '办好了' : `${name}，认得您了`);
    void Taro.reLaunch({ url: '/pages/home/index' });
  }

  return (
    <Page title={relation === 'SELF' ? '我是哪一家' : '帮家里人绑定'}>
      {waiting.map(({ id, name }) => <TakeUp key={id} id={id} name={name} onBound={bound} />)}
      <Options label="怎么绑定" options={relation === 'SELF' ? WAYS : WAYS.slice(0, 2)} value={way} onChange={setWay} />
      {way === 'NAME' ? <ByName relation={relation} onBound={bound} /> : null}
      {way === 'CODE' ? <ByCode relation={relation} onBound={bound} /> : null}
      {way === 'APPLY' ? <Apply applied={me.data?.applied ?? false} onApplied={() => void me.reload()} /> : null}
      <Section title="为什么要问这些">
        <Note tone="plain" icon="lock">只用来认出您是哪一家。不要手机号，不要照片，也不会告诉别人。随时可以在“我的”里解除。</Note>
      </Section>
    </Page>
  );
}
