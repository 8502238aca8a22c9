import { useState, type ReactNode } from 'react';
import { Bar } from '@/components/bar';
import { Field, TextArea } from '@/components/field';
import { Options } from '@/components/options';
import { Sheet } from '@/components/sheet';
import { toast } from '@/components/toast';
import { formatDue } from '@/domain/basics/civil-time';
import { OBJECTION_WORDS } from '@/domain/wording/voting';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';
import { serverNow } from '@/services/server-clock';

/** What settings.text.stepMax allows is checked by the server; this only stops a flood. */
const MOST = 300;

type About = 'CAST_NOT_BY_ME' | 'NOT_COUNTED' | 'OTHER';

interface ObjectionSheetProps {
  readonly boxId: string;
  /** Whether my row says 已投: that decides what there is to object to. */
  readonly cast: boolean;
  readonly onClose: () => void;
}

/** Objects to what happened with one's own ballot: 已投 that was not me is how stuffing shows. */
export function ObjectionSheet({ boxId, cast, onClose }: ObjectionSheetProps): ReactNode {
  const [about, setAbout] = useState<About>();
  const [text, setText] = useState('');
  const act = useAct(
    (requestId, input: { readonly about: About; readonly text: string }) => api.voting.object({ requestId, boxId, ...input }),
    { done: ({ answerBy }) => { toast(`收到了，${formatDue(answerBy, serverNow())}前回您`); onClose(); }, quiet: true },
  );
  const options = OBJECTION_WORDS.filter(({ value }) => value === 'OTHER' || (value === 'CAST_NOT_BY_ME') === cast);
  const reason = about === undefined ? '选一个，再写一句' : text.trim() === '' ? '写一句，就能提' : undefined;
  return (
    <Sheet
      open
      title="提异议"
      onClose={onClose}
      error={act.errorLine}
      busy={act.busy}
      bar={<Bar main={{ text: '提上去', onTap: () => { if (about !== undefined) void act.run({ about, text: text.trim() }); }, reason, busy: act.busy ? '正在提…' : undefined }} hint="别写您投了哪一个" />}
    >
      <Options<About> label="哪里不对" options={options} value={about} onChange={setAbout} />
      <Field label="说一说"><TextArea label="说一说" value={text} onInput={setText} maxLength={MOST} /></Field>
    </Sheet>
  );
}
