import type { ReactNode } from 'react';
import { Bar } from '@/components/bar';
import { Card, Section } from '@/components/card';
import { Field, TextArea } from '@/components/field';
import { Note } from '@/components/note';
import { Page } from '@/components/page';
import { Row } from '@/components/row';
import { formatDue, formatMoment } from '@/domain/basics/civil-time';
import { useAct } from '@/hooks/use-act';
import { useKeptForm } from '@/hooks/use-kept-form';
import { usePageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';

/** What is wrong with the app itself; answered by a person (BUR-06). */
export default function Feedback(): ReactNode {
  const kept = useKeptForm('feedback', () => ({ text: '' }));
  const { text } = kept.form;
  const asked = usePageData('my-requests', () => api.people.myRequests(), { keep: false });
  const send = useAct((_, words: string) => kept.tap((requestId) => api.people.sendFeedback({ requestId, text: words })), {
    done: () => {
      kept.forget();
      void asked.reload();
    },
    said: '收到了，会有人回您',
    quiet: true,
  });
  const mine = (asked.data?.items ?? []).filter(({ kind }) => kind === 'FEEDBACK');
  return (
    <Page
      title="哪里不好用"
      bar={<Bar main={{ text: '说给我们听', onTap: () => void send.run(text.trim()), reason: text.trim() === '' ? '先写几个字' : undefined, busy: send.busy ? '正在送…' : undefined }} hint="村里的事请从“我要报事”走" />}
    >
      {send.errorLine === undefined ? null : <Note tone="bad" icon="alert" said="alert">{send.errorLine}</Note>}
      <Field label="这个小程序哪里不好用" hint="哪一页、点了什么、想要什么样"><TextArea label="这个小程序哪里不好用" value={text} onInput={(value) => kept.edit({ text: value })} maxLength={500} /></Field>
      {mine.length === 0 ? null : (
        <Section title="您说过的">
          <Card flush>
            {mine.map(({ text: words, at, answer, answerBy }, index) => (
              <Row key={index} title={words} line={answer ?? `${formatMoment(at, serverNow())}说的，最晚${formatDue(answerBy, serverNow())}回您`} />
            ))}
          </Card>
        </Section>
      )}
    </Page>
  );
}
