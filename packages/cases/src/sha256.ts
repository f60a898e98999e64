/** SHA-256 of a text in UTF-8, as hex (FIPS 180-4). Synchronous and the same everywhere. */
export function sha256(text: string): string {
  return sha256Bytes(new TextEncoder().encode(text));
}

/** SHA-256 of bytes, as hex. */
export function sha256Bytes(message: Uint8Array): string {
  const blocks = Math.ceil((message.length + 9) / 64);
  const padded = new Uint8Array(blocks * 64);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor((message.length * 8) / 4294967296));
  view.setUint32(padded.length - 4, (message.length * 8) >>> 0);
  const state = initialState.slice();
  const w = new Uint32Array(64);
  for (let offset = 0; offset < padded.length; offset += 64) {
    for (let i = 0; i < 16; i++) w[i] = view.getUint32(offset + i * 4);
    for (let i = 16; i < 64; i++) {
      const a = w[i - 15]!;
      const b = w[i - 2]!;
      const s0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
      const s1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
      w[i] = w[i - 16]! + s0 + w[i - 7]! + s1;
    }
    compress(state, w);
  }
  return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('');
}

function compress(state: Uint32Array, w: Uint32Array): void {
  let [a, b, c, d, e, f, g, h] = state as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  for (let i = 0; i < 64; i++) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + roundConstants[i]! + w[i]!) | 0;
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    state[i]! += word;
  });
}

function turn(x: number, n: number): number {
  return (x >>> n) | (x << (32 - n));
}

/** Fractional parts of the roots of the first primes, by whole-number arithmetic. */
function fractionalRoots(count: number, cube: boolean): Uint32Array {
  const primes: bigint[] = [];
  for (let n = 2n; primes.length < count; n++)
    if (primes.every((p) => n % p !== 0n)) primes.push(n);
  return Uint32Array.from(primes, (p) => {
    const scaled = cube ? p << 96n : p << 64n;
    let low = 0n;
    let high = 1n << 40n;
    while (high - low > 1n) {
      const middle = (low + high) >> 1n;
      if ((cube ? middle * middle * middle : middle * middle) <= scaled) low = middle;
      else high = middle;
    }
    return Number(low & 0xffffffffn);
  });
}

const initialState = fractionalRoots(8, false);
const roundConstants = fractionalRoots(64, true);
