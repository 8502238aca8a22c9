import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { toast } from '@/components/toast';
import { formatDue } from '@/domain/basics/civil-time';
import { useMe } from '@/hooks/use-me';
import { copyText } from '@/services/copy-text';
import { serverNow } from '@/services/server-clock';
import type { IssueDetail } from '@/services/views';
import { townOfDesk } from '../desks';

/** The 12345 tickets that a matter answers: by when, and for whoever answers it the answer to be pasted into the platform (EVT-19). */
export function Tickets({ issue }: { readonly issue: IssueDetail }): ReactNode {
  // Of a restricted matter the town's desk knows nothing: whoever has it answers (EVT-14).
  const isDesk = townOfDesk(useMe().data) !== undefined;
  const answers = isDesk || issue.restricted;
  return issue.tickets?.map(({ number, answerBy, linked, answer }) => (
    <Note key={number} tone="plain" icon="phone" title={`12345 工单 ${number}`}>
      <View>{`最晚${formatDue(answerBy, serverNow())}答复平台${linked ? '，和村民报的是一件' : ''}`}</View>
      {answer === undefined ? null : <View className="p-desk__answer">{answer}</View>}
      {answer === undefined || !answers ? null : <Button small kind="line" icon="save" text="复制答复" onTap={() => void copyText(answer).then(toast)} />}
    </Note>
  ));
}
