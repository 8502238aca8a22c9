import type { PropsWithChildren, ReactNode } from 'react';
import './components/sheet/back-guard';
import './styles/tokens.css';
import './styles/icons.css';
import './app.scss';

/** Taro starts here; everything a page needs it asks for itself. */
export default function App({ children }: PropsWithChildren): ReactNode {
  return children;
}
