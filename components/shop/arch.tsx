/** A proscenium seen from the stalls: the arch, the curtain half up, the first rows in the dark. Decoration only. */
export function Arch({ className }: { className?: string }) {
  const rows = [0, 1, 2];
  return (
    <svg aria-hidden viewBox="0 0 420 360" className={className}>
      <path fill="#4b1a45" d="M20 360V190a190 190 0 0 1 380 0v170z" />
      <path fill="#74194d" d="M48 360V192a162 162 0 0 1 324 0v168z" />
      <path fill="var(--color-spot)" d="M76 360V194a134 134 0 0 1 268 0v166z" />
      <path fill="#fff1d0" d="M150 360l34-150h52l34 150z" opacity=".75" />
      <path
        fill="#a3264f"
        d="M76 360V194a134 134 0 0 1 134-134c-4 78-38 132-92 158-6 44-6 92-2 142zM344 360V194A134 134 0 0 0 210 60c4 78 38 132 92 158 6 44 6 92 2 142z"
      />
      <path
        fill="none"
        stroke="#74194d"
        strokeWidth="3"
        d="M104 226c40-34 66-84 78-150M90 300c0-40 2-66 8-90M316 226c-40-34-66-84-78-150M330 300c0-40-2-66-8-90"
      />
      {rows.map((row) => (
        <path
          key={row}
          fill={row === 2 ? '#160819' : '#22102a'}
          d={Array.from({ length: 9 }, (_, seat) => {
            const x = 10 + seat * 46 - (row % 2) * 23;
            const y = 300 + row * 20;
            return `M${x} 360V${y + 14}a14 14 0 0 1 14-14h12a14 14 0 0 1 14 14V360z`;
          }).join('')}
          opacity={0.75 + row * 0.12}
        />
      ))}
    </svg>
  );
}
