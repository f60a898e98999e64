import { reportStyle, threatStyle } from '@asylia/view';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { startClient } from './engine/client.ts';
import { createQueryCache } from './queries/cache.ts';
import { QueriesContext } from './queries/useQuery.ts';
import { startEngine } from './state/engine.ts';
import { createMemory, MemoryContext } from './state/memory.ts';
import './style/page.css';
import './style/print.css';

// Charts look alike in report and page: one style for both, before the page's own.
const shared = document.createElement('style');
shared.textContent = `${reportStyle}${threatStyle}`;
document.head.prepend(shared);

createRoot(document.getElementById('page')!).render(
  <StrictMode>
    <QueriesContext value={createQueryCache()}>
      <MemoryContext value={createMemory()}>
        <App engine={startEngine(startClient)} />
      </MemoryContext>
    </QueriesContext>
  </StrictMode>,
);
