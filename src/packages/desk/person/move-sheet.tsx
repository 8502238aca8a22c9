import { useState, type ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { Bar } from '@/components/bar';
import { Note } from '@/components/note';
import { Sheet } from '@/components/sheet';
import { View } from '@tarojs/components';
import { useAct } from '@/hooks/use-act';
import { api } from '@/services/client';
import { useDesk } from '../use-desk';
import { HouseholdField, householdInput, NO_HOUSEHOLD } from '../household-field';
import { heldPosts } from './held-posts';
import type { PersonSheetProps } from './correct-sheet';

/** To another household: married, parted, moved within the village, or back in it. */
export function MoveSheet({ person, onClose, onDone }: PersonSheetProps): ReactNode {
  const village = useDesk().village ?? person.grid.slice(0, 12);
  const [household, setHousehold] = useState(NO_HOUSEHOLD);
  const home = householdInput(household);
  const move = useAct(
    (requestId, input: NonNullable<typeof home>) => api.people.moveHousehold({ requestId, personId: person.id, village, household: input }),
    { done: onDone, said: '转过去了', quiet: true },
  );
  const held = heldPosts(move.error);

  async function go(): Promise<void> {
    if (home === undefined) return;
    const { confirm } = await Taro.showModal({ title: '到另一户', content: `${person.name}转到新的一户，原来那一户就没有他了。`, confirmText: '转过去', cancelText: '再看看' });
    if (confirm) await move.run(home);
  }

  return (
    <Sheet open title={`到另一户：${person.name}`} onClose={onClose} busy={move.busy} error={move.errorLine} bar={<Bar main={{ text: '转过去', onTap: () => void go(), reason: home === undefined ? '先选到哪一户' : undefined, busy: move.busy ? '正在转…' : undefined }} />}>
      {held.length === 0 ? null : <Note tone="you" icon="head" title="先换人">{held.map((post) => <View key={post}>{post}</View>)}</Note>}
      <HouseholdField village={village} value={household} onChange={setHousehold} />
    </Sheet>
  );
}
