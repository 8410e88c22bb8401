<?php
declare(strict_types=1);

/** JSON is read into objects, not arrays: `{}` and `[]` are different things, and stay so in the hashes. */
function readJson(string $text): mixed
{
    return json_decode($text, false, 80, JSON_THROW_ON_ERROR);
}

function writeJson(mixed $value): string
{
    return json_encode($value, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_LINE_TERMINATORS
        | JSON_THROW_ON_ERROR);
}

/** The one text that stands for a value (RFC 8785): members sorted by UTF-16 code units, numbers as JavaScript has them. */
function canonical(mixed $value): string
{
    if (is_array($value)) {
        return '[' . implode(',', array_map(canonical(...), $value)) . ']';
    }
    if ($value instanceof stdClass) {
        $members = get_object_vars($value);
        uksort($members, fn ($a, $b) => strcmp(utf16((string) $a), utf16((string) $b)));
        $texts = [];
        foreach ($members as $name => $member) {
            $texts[] = writeJson((string) $name) . ':' . canonical($member);
        }
        return '{' . implode(',', $texts) . '}';
    }
    if (is_float($value)) {
        return canonicalFloat($value);
    }
    return writeJson($value);
}

/** PHP writes 1.0 as 1.0 and 1e21 as 1.0e+21; JavaScript as 1 and 1e+21. */
function canonicalFloat(float $value): string
{
    if ($value === floor($value) && abs($value) < 1e21) {
        return sprintf('%.0f', $value == 0 ? 0 : $value);
    }
    $text = strtolower(json_encode($value));
    return str_replace('.0e', 'e', $text);
}

/** UTF-8 as big-endian UTF-16, without mbstring: its bytes sort as JavaScript sorts texts. */
function utf16(string $text): string
{
    $result = '';
    foreach (preg_split('//u', $text, -1, PREG_SPLIT_NO_EMPTY) as $character) {
        $bytes = array_values(unpack('C*', $character));
        $code = match (count($bytes)) {
            1 => $bytes[0],
            2 => ($bytes[0] & 31) << 6 | $bytes[1] & 63,
            3 => ($bytes[0] & 15) << 12 | ($bytes[1] & 63) << 6 | $bytes[2] & 63,
            default => ($bytes[0] & 7) << 18 | ($bytes[1] & 63) << 12 | ($bytes[2] & 63) << 6 | $bytes[3] & 63,
        };
        $result .= $code < 0x10000
            ? pack('n', $code)
            : pack('nn', 0xD800 | $code - 0x10000 >> 10, 0xDC00 | $code - 0x10000 & 0x3FF);
    }
    return $result;
}
