import { PolicyPanel } from '../policies/PolicyPanel.tsx';
import { SecurityStrip } from '../security/SecurityStrip.tsx';

/** Beside every room: what can be moved, and what that does to everyone's security. */
export function Side() {
  return (
    <aside className="side">
      <PolicyPanel />
      <SecurityStrip />
    </aside>
  );
}
