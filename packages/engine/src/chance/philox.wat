;; Philox4x32 with ten rounds, made into uniforms: what `fill` of philox.ts does in JavaScript, in
;; whole numbers of 64 bits. Each block of the counter gives two uniforms of 52 bits, one after the
;; other in the memory. The bytes of it stand in kernel.ts; a test assembles this text again.
(module
  (memory (export "m") 1)
  (func (export "fill")
    (param $at i32) (param $blocks i32)
    (param $c0 i32) (param $c1 i32) (param $c2 i32) (param $c3 i32)
    (param $key0 i32) (param $key1 i32)
    (local $x0 i32) (local $x1 i32) (local $x2 i32) (local $x3 i32)
    (local $k0 i32) (local $k1 i32) (local $round i32)
    (local $p0 i64) (local $p1 i64)
    ;; from the index of a float to its byte
    (local.set $at (i32.shl (local.get $at) (i32.const 3)))
    (loop $block
      (local.set $x0 (local.get $c0))
      (local.set $x1 (local.get $c1))
      (local.set $x2 (local.get $c2))
      (local.set $x3 (local.get $c3))
      (local.set $k0 (local.get $key0))
      (local.set $k1 (local.get $key1))
      (local.set $round (i32.const 10))
      (loop $next
        (local.set $p0 (i64.mul (i64.extend_i32_u (local.get $x0)) (i64.const 0xd2511f53)))
        (local.set $p1 (i64.mul (i64.extend_i32_u (local.get $x2)) (i64.const 0xcd9e8d57)))
        (local.set $x0
          (i32.xor
            (i32.xor (i32.wrap_i64 (i64.shr_u (local.get $p1) (i64.const 32))) (local.get $x1))
            (local.get $k0)))
        (local.set $x1 (i32.wrap_i64 (local.get $p1)))
        (local.set $x2
          (i32.xor
            (i32.xor (i32.wrap_i64 (i64.shr_u (local.get $p0) (i64.const 32))) (local.get $x3))
            (local.get $k1)))
        (local.set $x3 (i32.wrap_i64 (local.get $p0)))
        (local.set $k0 (i32.add (local.get $k0) (i32.const 0x9e3779b9)))
        (local.set $k1 (i32.add (local.get $k1) (i32.const 0xbb67ae85)))
        (br_if $next (local.tee $round (i32.sub (local.get $round) (i32.const 1)))))
      ;; (26 bits, 26 bits, a half) / 2^52
      (f64.store (local.get $at)
        (f64.mul
          (f64.add
            (f64.convert_i64_s
              (i64.or
                (i64.shl (i64.extend_i32_u (i32.shr_u (local.get $x0) (i32.const 6))) (i64.const 26))
                (i64.extend_i32_u (i32.shr_u (local.get $x1) (i32.const 6)))))
            (f64.const 0.5))
          (f64.const 0x1p-52)))
      (f64.store offset=8 (local.get $at)
        (f64.mul
          (f64.add
            (f64.convert_i64_s
              (i64.or
                (i64.shl (i64.extend_i32_u (i32.shr_u (local.get $x2) (i32.const 6))) (i64.const 26))
                (i64.extend_i32_u (i32.shr_u (local.get $x3) (i32.const 6)))))
            (f64.const 0.5))
          (f64.const 0x1p-52)))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (local.set $c3 (i32.add (local.get $c3) (i32.const 0x10000)))
      (br_if $block (local.tee $blocks (i32.sub (local.get $blocks) (i32.const 1)))))))
