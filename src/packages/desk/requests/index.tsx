import { useState, type ReactNode } from 'react';
import { useReachBottom } from '@tarojs/taro';
import { Bar } from '@/components/bar';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Field, TextArea } from '@/components/field';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { Row } from '@/components/row';
import { Sheet } from '@/components/sheet';
import { formatDue } from '@/domain/basics/civil-time';
import { requestWords } from '@/domain/wording/request-kinds';
import { useAct } from '@/hooks/use-act';
import { usePages } from '@/hooks/use-pages';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';
import type { RequestView } from '@/services/views';
import { DeskPage } from '../desk-page';

/** Requests about personal data and about the app, each with the day by which it must be answered (PRV-06, BUR-06). */
export default function Requests(): ReactNode {
  const list = usePages('requests', ({ after }) => api.people.requests(after === undefined ? {} : { after }), { keep: false });
  const [open, setOpen] = useState<RequestView>();
  useReachBottom(() => void list.more());
  const now = serverNow();
  return (
    <DeskPage title="请求和意见" at="requests">
      <Loaded page={list.first} isEmpty={() => list.items.length === 0 && !list.hasMore} empty={{ title: '没有等您答复的', line: '有人问自己的信息、说小程序哪里不好用，会到这里。' }}>
        {() => (
          <Card flush>
            {list.items.map((item) => (
              <Row
                key={item.requestId}
                icon={item.kind === 'FEEDBACK' ? 'speak' : 'lock'}
                tone="you"
                title={`${requestWords(item.kind)}：${item.text}`}
                line={`${item.from === '' ? '一位访客' : item.from}，最晚${formatDue(item.answerBy, now)}答复`}
                lineTone={now >= item.answerBy ? 'bad' : 'plain'}
                onTap={() => setOpen(item)}
              />
            ))}
          </Card>
        )}
      </Loaded>
      {list.hasMore ? <Button wide text="再看一些" busy={list.loadingMore ? '正在拿…' : undefined} onTap={() => void list.more()} /> : null}
      {open === undefined ? null : <Answer key={open.requestId} request={open} onClose={() => setOpen(undefined)} onAnswered={() => { setOpen(undefined); void list.first.reload(); }} />}
    </DeskPage>
  );
}

interface AnswerProps {
  readonly request: RequestView;
  readonly onClose: () => void;
  readonly onAnswered: () => void;
}

function Answer({ request, onClose, onAnswered }: AnswerProps): ReactNode {
  const [text, setText] = useState('');
  const answer = useAct((requestId, words: string) => api.people.answerRequest({ requestId, id: request.requestId, text: words }), { done: onAnswered, said: '回过去了', quiet: true });
  return (
    <Sheet
      open
      title={requestWords(request.kind)}
      line={`最晚${formatDue(request.answerBy, serverNow())}答复`}
      lineIcon="clock"
      onClose={onClose}
      busy={answer.busy}
      error={answer.errorLine}
      bar={<Bar main={{ text: '回给他', onTap: () => void answer.run(text.trim()), reason: text.trim() === '' ? '先写几个字' : undefined, busy: answer.busy ? '正在回…' : undefined }} hint="回了就不能改；要改名册，先去名册里改好" />}
    >
      <Note tone="plain" icon="me" title={request.from === '' ? '一位访客' : request.from}>{request.text}</Note>
      <Field label="回给他的话"><TextArea label="回给他的话" value={text} onInput={setText} maxLength={300} /></Field>
    </Sheet>
  );
}
