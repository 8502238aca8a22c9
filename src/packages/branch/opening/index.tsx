import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Bar } from '@/components/bar';
import { Card, Section } from '@/components/card';
import { DataTable } from '@/components/desk/data-table';
import { Loaded } from '@/components/loaded';
import { Note } from '@/components/note';
import { SheetProblems } from '@/components/sheet-problems';
import { OPENING_ROW_WORDS } from '@/domain/wording/ledgers';
import { pointsWords, signedPoints } from '@/domain/wording/party';
import { useAct } from '@/hooks/use-act';
import { usePageData } from '@/hooks/use-page-data';
import { useSaveSheet } from '@/hooks/use-save-sheet';
import { sheetRefusal, useSheetCheck, type CheckedSheet } from '@/hooks/use-sheet-check';
import { DeskPage } from '@/packages/desk/desk-page';
import { NoDesk } from '@/packages/desk/no-desk';
import { api } from '@/services/client';
import { BranchChoice } from '../branch-choice';
import { useBranch } from '../use-branch';
import { categoryName, useScheme } from '../use-scheme';

type Checked = CheckedSheet<Awaited<ReturnType<typeof api.ledgers.checkOpening>>>;

/** Points that the branch kept in a sheet of its own so far: filled in, looked over, loaded once. */
export default function Opening(): ReactNode {
  const { me, offices, office, choose } = useBranch();
  const village = office?.secretary === true ? office.village : undefined;
  const branch = usePageData(`branch:${village ?? ''}`, () => (village === undefined ? Promise.resolve(undefined) : api.points.branch({ village })), { keep: false });
  const cycle = branch.data?.cycle;
  const scheme = useScheme(cycle);
  const save = useSaveSheet(() => api.ledgers.openingSheet({ village: village ?? '', cycle: cycle ?? 0 }));
  const sheet = useSheetCheck((file) => api.ledgers.checkOpening({ village: village ?? '', cycle: cycle ?? 0, file }));
  const { checked } = sheet;
  const load = useAct((requestId, { file, digest }: Checked) => api.ledgers.loadOpening({ requestId, village: village ?? '', cycle: cycle ?? 0, file, digest }), { done: sheet.forget, said: '装进来了', quiet: true });
  const refusal = sheetRefusal(sheet.error ?? load.error);

  function pick(): void {
    load.forget();
    void sheet.pick();
  }

  const fresh = checked?.rows.filter(({ is }) => is === 'NEW').length ?? 0;
  const reason = checked === undefined ? undefined : checked.problems.length > 0 ? '先把表改好' : fresh === 0 ? '没有要装的' : undefined;
  return (
    <DeskPage
      title="以前的积分"
      {...(branch.data === undefined ? {} : { line: `${branch.data.name}，${branch.data.cycle}年` })}
      at="opening"
      bar={cycle === undefined || branch.data?.open !== true ? undefined : checked === undefined
        ? <Bar main={{ text: '传填好的表', icon: 'handup', busy: sheet.busy ? '正在核对…' : undefined, onTap: pick }} second={{ text: '下载空表', icon: 'save', busy: save.busy ? '正在写表…' : undefined, onTap: () => void save.run(null) }} hint="先核对，看清了再装" error={refusal} />
        : <Bar main={{ text: `装进 ${fresh} 位的积分`, reason, busy: load.busy ? '正在装…' : undefined, onTap: () => void load.run(checked) }} second={{ text: '重选', onTap: pick }} hint={checked.name} error={refusal} />}
    >
      <BranchChoice offices={offices} office={office} onChoose={choose} />
      <Loaded page={me}>
        {() => (village === undefined ? <NoDesk /> : (
          <Loaded page={branch}>
            {(view) => (view?.open !== true ? <Note tone="you" icon="calendar">先开今年的积分，党员拉进来了再装。</Note> : (
              <>
                {checked === undefined ? (
                  <Note tone="plain" icon="info"><View>今年前几个月记在别的表里的，一次装进来：每位的加分、扣分各一个数。</View><View>空表里已经写好了党员的名字。装过的不会再装一遍；装错了，先冲正那一笔，再装对的。</View></Note>
                ) : (
                  <>
                    <SheetProblems problems={checked.problems} />
                    {checked.rows.length === 0 ? null : (
                      <Section title="读出来的" count={`${checked.rows.length} 位`}>
                        <Card>
                          <DataTable
                            caption="读出来的积分"
                            rows={checked.rows}
                            rowKey={({ personId }) => personId}
                            columns={[
                              { key: 'name', head: '姓名', cell: ({ name }) => name },
                              { key: 'category', head: '类别', cell: ({ category }) => categoryName(scheme.data, category) },
                              { key: 'bonus', head: '加分', cell: ({ bonus }) => signedPoints(bonus), numeric: true },
                              { key: 'deduction', head: '扣分', cell: ({ deduction }) => signedPoints(-Math.abs(deduction)), numeric: true },
                              { key: 'total', head: '合计', cell: ({ total }) => pointsWords(total), numeric: true },
                              { key: 'is', head: '', cell: ({ personId, is }) => (is === 'NEW' && personId === me.data?.person?.id ? '您自己的，要报镇上审' : OPENING_ROW_WORDS[is]) },
                            ]}
                          />
                        </Card>
                      </Section>
                    )}
                  </>
                )}
              </>
            ))}
          </Loaded>
        ))}
      </Loaded>
    </DeskPage>
  );
}
