import { useState, type ReactNode } from 'react';
import Taro, { useRouter } from '@tarojs/taro';
import { Bar } from '@/components/bar';
import { Blank } from '@/components/blank';
import { Card } from '@/components/card';
import { Field, Input } from '@/components/field';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Page } from '@/components/page';
import { Row } from '@/components/row';
import { formatMoment } from '@/domain/basics/civil-time';
import { readAskingCode } from '@/domain/people/desk-asking';
import { useAct } from '@/hooks/use-act';
import { useMe } from '@/hooks/use-me';
import { usePageData } from '@/hooks/use-page-data';
import { AppError } from '@/services/app-error';
import { api } from '@/services/client';
import { serverNow, setServerNow } from '@/services/server-clock';
import type { DeskAskingView } from '@/services/views';
import { DIGITS } from '../digits';

type Outcome = 'IN' | 'REFUSED';

/** The phone's word on a computer: which one, at which address, since when, and as whom. It needs the digits on its screen. */
export default function ConfirmDesk(): ReactNode {
  const { id = '', code: typed = '' } = useRouter().params;
  const me = useMe();
  const page = usePageData(`desk-asking:${id}`, () => lookAt(id), { keep: false });
  const [code, setCode] = useState(typed);
  const [outcome, setOutcome] = useState<Outcome>();
  const confirm = useAct((requestId, digits: string) => api.desk.confirm({ requestId, id, code: digits }), { done: () => setOutcome('IN'), quiet: true });
  const refuse = useAct((requestId, _: null) => api.desk.refuse({ requestId, id }), { done: () => setOutcome('REFUSED'), quiet: true });

  if (outcome !== undefined) return <Done outcome={outcome} />;
  const over = [page.error, confirm.error, refuse.error].find((error) => error instanceof AppError && (error.code === 'ASKING_OVER' || error.code === 'CODE_MISMATCH'));
  if (over instanceof AppError) return <Over mismatch={over.code === 'CODE_MISMATCH'} />;
  const ready = page.data !== undefined;
  const asksDigits = typed === '';
  return (
    <Page
      title="登录电脑"
      bar={ready ? (
        <Bar
          main={{ text: '同意登录', onTap: () => void confirm.run(code), reason: readAskingCode(code) === undefined ? '先写电脑上的后四位' : undefined, busy: confirm.busy ? '正在登录…' : undefined }}
          second={{ text: '不是我', onTap: () => void refuse.run(null), busy: refuse.busy ? '正在拒绝…' : undefined }}
        />
      ) : undefined}
    >
      <Loaded page={page}>
        {(asking) => (
          <>
            <Note tone="you" icon="alert" title="只登录您面前的电脑">有人叫您扫他发来的码，不管说是谁，都点“不是我”。</Note>
            {confirm.errorLine === undefined ? null : <Note tone="bad" icon="alert" said="alert">{confirm.errorLine}</Note>}
            {refuse.errorLine === undefined ? null : <Note tone="bad" icon="alert" said="alert">{refuse.errorLine}</Note>}
            <What asking={asking} name={me.data?.person?.name} />
            {asksDigits ? (
              <Field label="电脑上的后四位数字" hint="在那个码的下面，右边四个"><Input label="电脑上的后四位数字" type={DIGITS} value={code} onInput={setCode} maxLength={4} /></Field>
            ) : null}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function What({ asking: { browser, site, at }, name }: { readonly asking: DeskAskingView; readonly name: string | undefined }): ReactNode {
  return (
    <Card flush>
      <Row icon="desk" title={browser} line="是您面前这一台吗？" />
      <Row icon="eye" title={site} line="电脑最上面的网址，应当和这个一样" />
      <Row icon="clock" title={formatMoment(at, serverNow())} line="那台电脑这时候要登录的" />
      <Row icon="me" title={name === undefined ? '用您的身份' : `用${name}的身份`} line="登录后，您工作台上的事在那台电脑上都能办" />
    </Card>
  );
}

function Done({ outcome }: { readonly outcome: Outcome }): ReactNode {
  const back = { text: '看登录着的电脑', onTap: () => void Taro.redirectTo({ url: '/packages/desk/computers/index' }) };
  return (
    <Page title="登录电脑">
      {outcome === 'IN'
        ? <Blank kind="empty" icon="ok" title="同意了" line="电脑上马上就打开。用完在电脑上点“退出”，也能在手机上让它退出。" action={back} />
        : <Blank kind="empty" icon="close" title="拒绝了" line="那台电脑进不来。要是有人叫您扫的，告诉镇上一声。" action={back} />}
    </Page>
  );
}

function Over({ mismatch }: { readonly mismatch: boolean }): ReactNode {
  return (
    <Page title="登录电脑">
      <Blank
        kind="error"
        title={mismatch ? '数字对不上，没有登录' : '这个码用不了了'}
        line={mismatch ? '是您自己的电脑，就在电脑上换一个码再来。不是您的，不用管它。' : '过了时间，或者用过了。在电脑上换一个码，再来一次。'}
        action={{ text: '回去', onTap: () => void Taro.redirectTo({ url: '/packages/desk/computers/index' }) }}
      />
    </Page>
  );
}

async function lookAt(id: string): Promise<DeskAskingView> {
  const asking = await api.desk.look({ id });
  setServerNow(asking.now);
  return asking;
}
