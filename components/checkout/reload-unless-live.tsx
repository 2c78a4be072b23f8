import { Live } from './live';

interface ReloadUnlessLiveProps {
  seconds: number;
  nonce: string | undefined;
}

/**
 * Keeps a page moving that waits, when its scripts cannot: without JavaScript the document refreshes itself, and one
 * that was cut off on its way, so that nothing in it ever came to life, is loaded again. Stands first in the page.
 */
export function ReloadUnlessLive({ seconds, nonce }: ReloadUnlessLiveProps) {
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content={String(seconds)} />
      </noscript>
      {/* Hydration sees an empty nonce, because browsers hide it from the page. */}
      <script nonce={nonce} suppressHydrationWarning>
        {GUARD}
      </script>
      <Live />
    </>
  );
}

/**
 * As long as the document is still arriving it waits on: a slow line is not a cut one. Written without characters that
 * HTML escapes.
 */
const GUARD =
  '(function g(){setTimeout(function(){var d=document;if(d.documentElement.dataset.live)return;' +
  'd.readyState===`complete`?location.reload():g()},15000)})()';
