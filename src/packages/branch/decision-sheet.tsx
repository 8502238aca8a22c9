import { useState, type ReactNode } from 'react';
import { Options } from '@/components/options';
import { signedPoints } from '@/domain/wording/party';
import type { EntryView } from '@/services/views';
import { whoseWords } from './entry-words';
import { SaySheet } from './say-sheet';
import { useDecide, type Step } from './use-decide';

export type Asked = 'ASK' | 'REFUSE' | 'REVERSE' | 'APPEAL';

const WORDS: Readonly<Record<Exclude<Asked, 'APPEAL'>, { readonly title: string; readonly question: string; readonly hint: string; readonly button: string; readonly told: string }>> = {
  ASK: { title: '再问一句', question: '想问什么', hint: '只能问一次。照片和地点不是非要不可，几句话就行。', button: '问他', told: '他答了再回到您这里' },
  REFUSE: { title: '不通过', question: '为什么', hint: '他会看到这句话，也可以申诉。', button: '不通过', told: '定了不能改，只能由申诉来改' },
  REVERSE: { title: '冲正', question: '哪里记错了', hint: '原来那一笔留着，另记一笔把它抵掉。', button: '提出冲正', told: '要另一位审过才算' },
};

interface DecisionSheetProps {
  readonly asked: Asked;
  readonly entry: EntryView;
  readonly step: Step;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** A decision that needs its words: a question, a refusal, a reversal, the answer to an appeal. */
export function DecisionSheet({ asked, entry, step, onClose, onDone }: DecisionSheetProps): ReactNode {
  const act = useDecide(asked, onDone);
  const line = `${whoseWords(entry)}：${entry.itemName} ${signedPoints(entry.tenths)}`;
  if (asked === 'APPEAL') return <Appeal entry={entry} line={line} act={act} onClose={onClose} onSend={(upheld, answer) => void act.run({ entryId: entry.entryId, step, decision: { kind: 'APPEAL', upheld, answer } })} />;
  return (
    <SaySheet
      {...WORDS[asked]}
      line={line}
      act={act}
      onClose={onClose}
      onSend={(text) => void act.run({ entryId: entry.entryId, step, decision: asked === 'ASK' ? { kind: 'ASK', text } : { kind: asked, reason: text } })}
    />
  );
}

interface AppealProps {
  readonly entry: EntryView;
  readonly line: string;
  readonly act: { readonly busy: boolean; readonly errorLine: string | undefined };
  readonly onClose: () => void;
  readonly onSend: (upheld: boolean, answer: string) => void;
}

function Appeal({ entry, line, act, onClose, onSend }: AppealProps): ReactNode {
  const [upheld, setUpheld] = useState<'YES' | 'NO'>();
  // What follows differs: a posted entry is taken back, a refused one is posted.
  const yes = entry.state === 'POSTED' ? '这一笔冲掉' : '这一笔补记上';
  return (
    <SaySheet
      title="答复申诉"
      line={line}
      question="答复的话"
      button="这样答复"
      told="一笔只能申诉一次，答复了就定了"
      reason={upheld === undefined ? '先选成立不成立' : undefined}
      act={act}
      onClose={onClose}
      onSend={(answer) => onSend(upheld === 'YES', answer)}
    >
      <Options label="成立不成立" layout="two" options={[{ value: 'YES', title: '成立', line: yes }, { value: 'NO', title: '不成立', line: '照原来的' }]} value={upheld} onChange={setUpheld} />
    </SaySheet>
  );
}
