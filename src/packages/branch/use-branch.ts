import { useState } from 'react';
import { useRouter } from '@tarojs/taro';
import { useMe } from '@/hooks/use-me';
import type { PageData } from '@/hooks/use-page-data';
import { branchOfficesOf, type BranchOffice } from '@/services/branch-duties';
import type { Me } from '@/services/views';

interface AtBranch {
  readonly me: PageData<Me>;
  readonly offices: readonly BranchOffice[];
  /** The branch that is looked at: the chosen one, the address's, else the first. */
  readonly office: BranchOffice | undefined;
  readonly choose: (village: string) => void;
}

/** For which branch the page stands, and as what the reader works there. */
export function useBranch(): AtBranch {
  const me = useMe();
  const { village } = useRouter().params;
  const [chosen, choose] = useState<string>();
  const offices = branchOfficesOf(me.data);
  const office = offices.find((one) => one.village === (chosen ?? village)) ?? offices[0];
  return { me, offices, office, choose };
}
