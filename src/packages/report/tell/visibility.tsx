import type { ReactNode } from 'react';
import { Card, Section } from '@/components/card';
import { Note } from '@/components/note';
import { Options } from '@/components/options';
import { SwitchRow } from '@/components/switch-row';
import { About } from './about';
import type { Draft, DraftContent } from '@/services/drafts';

const WHO = [
  { value: 'HANDLERS', title: '只给办事的人看' },
  { value: 'VILLAGE', title: '村里人都能看', line: '别人能帮着说一句“我也遇到了”' },
] as const;

interface VisibilityProps {
  readonly draft: Draft;
  readonly onChange: (change: Partial<DraftContent>) => void;
}

/** Who may see it (EVT-14, EVT-16). A sensitive matter is for two officers only and cannot be public. */
export function Visibility({ draft, onChange }: VisibilityProps): ReactNode {
  return (
    <Section title="谁能看到">
      {draft.sensitive || draft.aboutId !== undefined ? null : <Options label="谁能看到" options={WHO} value={draft.visibility} onChange={(visibility) => onChange({ visibility })} />}
      <Card flush>
        {draft.onBehalf === undefined ? <SwitchRow title="不让办事的人知道是我" line="只写“一位村民”" on={draft.nameHidden} onChange={(nameHidden) => onChange({ nameHidden })} /> : null}
        <SwitchRow
          title="不能让村里人知道"
          line="家里打人、伤害孩子、邪教、黑恶这些，只给派出所联络员和镇政法委员看"
          on={draft.sensitive}
          onChange={(sensitive) => onChange(sensitive ? { sensitive, visibility: 'HANDLERS' } : { sensitive })}
        />
      </Card>
      {draft.sensitive ? <Note tone="bad" icon="phone">有人正受伤害，请马上打 110。心里难受想找人说话，可以打 12356。</Note> : null}
      {draft.sensitive && draft.onBehalf === undefined ? <Note tone="plain" icon="lock">这件事只留在这部手机上，替您办事的别的手机看不到。</Note> : null}
      {draft.category === 'COMPLAINT' || draft.aboutId !== undefined ? <About draft={draft} onChange={onChange} /> : null}
    </Section>
  );
}
