import { useTexts } from '../texts.ts';

/** A fault of ours, to be reported; nothing where there is none. */
export function Broken({ error }: { readonly error: string }) {
  const { say } = useTexts();
  if (error === '') return null;
  return (
    <p role="alert">
      {say('trouble.ours')} <code dir="ltr">{error}</code>
    </p>
  );
}
