import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Blank } from '@/components/blank';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Note } from '@/components/note';
import { Page } from '@/components/page';
import { Skeleton } from '@/components/skeleton';
import { words } from '@/hooks/use-act';
import { formatTime } from '@/domain/basics/civil-time';
import { api } from '@/services/client';
import { firstEntryOf, openEntry } from '../menu';
import { ByCode } from './by-code';
import { Picture } from './picture';
import { useSignIn, type Shown, type SignInState } from './use-sign-in';
import './index.scss';

const STEPS = ['小程序“我的”里，点“在电脑上办公”', '扫这个码，或写下面 8 个数字', '看清是哪台电脑，写上后四位，点“同意登录”'] as const;

/** A computer before anybody is signed in: the code for the phone, and how it goes. */
export default function DeskSignIn(): ReactNode {
  if (process.env.TARO_ENV !== 'h5') return <Page title="在电脑上登录"><Blank kind="empty" title="这一页是给电脑看的" line="在电脑的浏览器里打开县里给的网址" icon="desk" /></Page>;
  return <OnComputer />;
}

function OnComputer(): ReactNode {
  const signIn = useSignIn(() => void openFirst());
  const { state, shown, error, again } = signIn;
  return (
    <Page title="在电脑上登录" tabs={null} wide>
      <View className="p-sign-in">
        {state === 'OFFLINE' || state === 'FAILED'
          ? <Blank kind={state === 'OFFLINE' ? 'offline' : 'error'} title={state === 'OFFLINE' ? '现在没有网' : '没拿到登录的码'} line={error === undefined || state === 'OFFLINE' ? '网好了再试' : whyNot(error.code, words(error))} action={{ text: '再试一次', icon: 'refresh', onTap: again }} />
          : (
              <View className="p-sign-in__columns">
                <Card className="p-sign-in__column">{shown === undefined || state === 'ASKING' ? <Skeleton cards={1} onRetry={again} /> : <Code shown={shown} state={state} onAgain={again} />}</Card>
                <View className="p-sign-in__column l-blocks">
                  <Steps />
                  <Note tone="plain" icon="lock" title="公用电脑，用完就退">{`点左下角的“退出”。${shown === undefined ? '放着不动' : `${shown.idleMinutes} 分钟不动`}也会自己退。`}</Note>
                  {shown?.byCode === true ? <ByCode onEnter={signIn.enter} /> : null}
                </View>
              </View>
            )}
      </View>
    </Page>
  );
}

/** To the person's work. */
async function openFirst(): Promise<void> {
  const me = await api.people.me().catch(() => undefined);
  openEntry(firstEntryOf(me), 'ALL');
}

function Code({ shown, state, onAgain }: { readonly shown: Shown; readonly state: SignInState; readonly onAgain: () => void }): ReactNode {
  const over = state !== 'WAITING' && state !== 'IN';
  return (
    <View className="l-stack3">
      {over
        ? (
            <View className="p-sign-in__over l-stack3">
              <Note tone="bad" icon="alert" said="alert" title={state === 'REFUSED' ? '手机上没有同意' : '这个码过期了'}>{state === 'REFUSED' ? '是您自己点的，就换一个码再来一次。' : '换一个再扫。'}</Note>
              <Button kind="fill" wide icon="refresh" text="换一个码" onTap={onAgain} />
            </View>
          )
        : (
            <>
              <Picture askingId={shown.id} />
              <View className="p-sign-in__code t-num">{shown.code}</View>
              <View className="t-hint t-center">{state === 'IN' ? '手机上同意了，正在打开…' : `${formatTime(shown.expiresAt)} 前有效`}</View>
            </>
          )}
    </View>
  );
}

function Steps(): ReactNode {
  return (
    <View className="p-sign-in__steps">
      <View className="t-question">用手机登录这台电脑</View>
      {STEPS.map((step, index) => (
        <View key={step} className="l-line l-top"><View className="p-sign-in__number t-num">{String(index + 1)}</View><View className="l-grow">{step}</View></View>
      ))}
    </View>
  );
}

/** A page at an address that the server does not know as its own gets nothing. */
function whyNot(code: string, line: string): string {
  return code === 'NOT_SIGNED_IN' ? '这个网址不能登录，请用县里给的网址打开' : line;
}
