<?php
declare(strict_types=1);

const COMMAND_BYTES = 524288;
const ATTACHMENT_BYTES = 5242880;
const TYPES = ['application/pdf' => '%PDF-', 'image/png' => "\x89PNG\r\n\x1a\n", 'image/jpeg' => "\xff\xd8\xff"];

function route(Store $store, array $config): void
{
    $path = preg_replace('#^/api/v1#', '', parse_url('http://x' . $_SERVER['REQUEST_URI'], PHP_URL_PATH));
    $parts = array_map(rawurldecode(...), explode('/', trim($path, '/')));
    $method = $_SERVER['REQUEST_METHOD'];
    if ($path === '/' || $path === '') {
        sendJson(describe($config));
        return;
    }
    if (!in_array($method, ['GET', 'HEAD'], true) && ($_SERVER['HTTP_LPSE_CLIENT'] ?? '') === '') {
        throw new Problem(403, 'LPSE_ORIGIN_FORBIDDEN');
    }
    $route = "$method $parts[0]" . (count($parts) > 1 ? ' ' . ($parts[2] ?? '') : '');
    match (true) {
        $route === 'GET session' => sendJson(['actor' => caller($store, $config)['actor']]),
        $route === 'POST consultations commands' => execute($store, $config, $parts[1]),
        $route === 'GET consultations ' => read($store, $config, $parts[1]),
        $route === 'POST attachments' => attach($store, $config),
        $route === 'GET attachments ' => attachment($store, $config, $parts[1]),
        default => throw noRoute($parts),
    };
}

function noRoute(array $parts): Problem
{
    $allow = match (true) {
        $parts === ['consultations', 'search'] => null,
        $parts === ['session'] => 'GET',
        $parts[0] === 'consultations' && count($parts) === 3 && $parts[2] === 'commands', $parts === ['attachments'] => 'POST',
        in_array($parts[0], ['consultations', 'attachments'], true) && count($parts) === 2 => 'GET',
        default => null,
    };
    return $allow === null
        ? new Problem(404, 'LPSE_ROUTE_NOT_FOUND')
        : new Problem(405, 'LPSE_METHOD_NOT_ALLOWED', headers: ['Allow' => $allow]);
}

function describe(array $config): array
{
    return [
        'name' => 'php-example', 'wire' => 1, 'profile' => $config['profile'],
        'supports' => ['durable' => true, 'shared' => true, 'attachments' => true],
        'limits' => ['commandBytes' => COMMAND_BYTES, 'attachmentBytes' => ATTACHMENT_BYTES, 'attachmentTypes' => array_keys(TYPES)],
        'signIn' => 'none',
    ];
}

/** Who is asking, by the token: someone of the staff, or whoever has the token of a case. */
function caller(Store $store, array $config): array
{
    if (!preg_match('/^Bearer (.+)$/i', $_SERVER['HTTP_AUTHORIZATION'] ?? '', $match)) {
        throw new Problem(401, 'LPSE_SESSION_REQUIRED');
    }
    $hash = hash('sha256', $match[1]);
    if (isset($config['staff'][$hash])) {
        return ['actor' => (object) $config['staff'][$hash], 'case' => null, 'hash' => $hash];
    }
    if (!preg_match('/^[A-Za-z0-9_-]{22,128}$/', $match[1])) {
        throw new Problem(401, 'LPSE_TOKEN_MALFORMED');
    }
    $case = $store->rows('SELECT id FROM tokens WHERE hash = ?', $hash)[0]['id'] ?? null;
    return ['actor' => (object) ['id' => 'user', 'role' => 'user', 'name' => ''], 'case' => $case, 'hash' => $hash];
}

function execute(Store $store, array $config, string $id): void
{
    $caller = caller($store, $config);
    $isPublic = $caller['actor']->role === 'user';
    [$type, $data] = command();
    $key = keyOf($_SERVER['HTTP_IDEMPOTENCY_KEY'] ?? '');
    $bindsToken = $isPublic && $type === 'register' && $caller['case'] === null;
    if ($isPublic && $caller['case'] !== $id && !$bindsToken) {
        throw new Problem(404, 'LPSE_CONSULTATION_UNKNOWN');
    }
    $digest = hash('sha256', canonical((object) ['consultationId' => $id, 'data' => $data, 'type' => $type]));
    [$events, $isNew] = $store->transact(function () use ($store, $config, $id, $caller, $type, $data, $key, $digest, $bindsToken) {
        $known = $store->rows('SELECT * FROM commands WHERE key = ?', $key)[0] ?? null;
        $log = $store->events($id);
        if ($known) {
            if ($known['digest'] !== $digest) {
                throw new Problem(422, 'LPSE_KEY_REUSED');
            }
            return [[array_slice($log, 0, (int) $known['last']), (int) $known['first']], false];
        }
        $case = replay($log);
        checkVersion($case, $type);
        $added = seal($case, $id, $caller['actor'], decide($case, $type, $data, $caller['actor'], $store, $config));
        $store->append($added);
        $last = end($added)->seq;
        $store->rows('INSERT INTO commands VALUES (?, ?, ?, ?, ?)', $key, $digest, $id, $added[0]->seq, $last);
        if ($bindsToken) {
            $store->rows('INSERT INTO tokens VALUES (?, ?)', $caller['hash'], $id);
        }
        return [[[...$log, ...$added], $added[0]->seq], true];
    });
    [$log, $first] = $events;
    $case = replay($log);
    if (!$isNew) {
        header('Idempotency-Replayed: true');
    }
    header("ETag: \"{$case->version}\"");
    header('LPSE-Position: ' . $store->position());
    sendJson(['consultation' => $case, 'events' => array_slice($log, $first - 1)]);
}

/** @return array{string, stdClass} */
function command(): array
{
    if (!preg_match('#^application/json\s*(;|$)#i', $_SERVER['CONTENT_TYPE'] ?? '')) {
        throw new Problem(415, 'LPSE_MEDIA_TYPE_UNKNOWN');
    }
    $body = file_get_contents('php://input', false, null, 0, COMMAND_BYTES + 1);
    if (strlen($body) > COMMAND_BYTES) {
        throw new Problem(413, 'LPSE_REQUEST_TOO_LARGE');
    }
    try {
        $command = readJson($body);
    } catch (JsonException) {
        throw new Problem(400, 'LPSE_COMMAND_MALFORMED');
    }
    $type = $command->type ?? null;
    $data = $command->data ?? null;
    $isKnown = $type === 'register' || (is_string($type) && (isset(TRANSITIONS[$type]) || in_array($type, ELSEWHERE, true)));
    if (!$isKnown || !$data instanceof stdClass) {
        throw new Problem(400, 'LPSE_COMMAND_MALFORMED');
    }
    return [$type, $data];
}

function keyOf(string $header): string
{
    $key = rawurldecode(preg_replace('/^"(.*)"$/', '$1', trim($header)));
    if ($key === '' || !preg_match('//u', $key) || strlen(utf16($key)) > 510) {
        throw new Problem(400, 'LPSE_KEY_MISSING');
    }
    return $key;
}

function checkVersion(?stdClass $case, string $type): void
{
    $header = $_SERVER['HTTP_IF_MATCH'] ?? null;
    if ($case === null && $type !== 'register') {
        throw new Problem(404, 'LPSE_CONSULTATION_UNKNOWN');
    }
    if ($header === null && $type !== 'register') {
        throw new Problem(428, 'LPSE_VERSION_MISSING');
    }
    $actual = $case->version ?? 0;
    if ($header === null || $header === '*' || $header === "\"$actual\"") {
        return;
    }
    $params = ['expectedVersion' => (int) trim($header, '"'), 'actualVersion' => $actual];
    throw new Problem(412, 'LPSE_VERSION_CONFLICT', $params, [], $case);
}

function read(Store $store, array $config, string $id): void
{
    $caller = caller($store, $config);
    $position = $store->position();
    $isTheirs = $caller['actor']->role !== 'user' || $caller['case'] === $id;
    $events = $isTheirs ? $store->events($id) : [];
    $case = replay($events) ?? throw new Problem(404, 'LPSE_CONSULTATION_UNKNOWN');
    header("ETag: \"{$case->version}\"");
    header("LPSE-Position: $position");
    if (($_SERVER['HTTP_IF_NONE_MATCH'] ?? '') === "\"{$case->version}\"") {
        http_response_code(304);
        return;
    }
    sendJson(['consultation' => $case, 'events' => $events]);
}

function attach(Store $store, array $config): void
{
    $caller = caller($store, $config);
    if ($caller['actor']->role === 'user' && $caller['case'] === null) {
        throw new Problem(404, 'LPSE_CONSULTATION_UNKNOWN');
    }
    if (!preg_match("/filename\*=UTF-8''([^;\s]+)/i", $_SERVER['HTTP_CONTENT_DISPOSITION'] ?? '', $match)) {
        throw new Problem(400, 'LPSE_REQUEST_MALFORMED');
    }
    $name = rawurldecode($match[1]);
    $type = strtolower(trim(explode(';', $_SERVER['CONTENT_TYPE'] ?? '')[0]));
    [$sha256, $size] = receive($store, $type);
    $store->rows('INSERT OR IGNORE INTO files VALUES (?, ?, ?, ?)', $sha256, $name, $type, $size);
    if ($caller['case'] !== null) {
        $store->rows('INSERT OR IGNORE INTO file_cases VALUES (?, ?)', $sha256, $caller['case']);
    }
    header("Location: attachments/$sha256");
    sendJson(['nama' => $name, 'mime' => $type, 'ukuran' => $size, 'sha256' => $sha256], 201);
}

/** To the disk while it comes in, counted and hashed on the way. */
function receive(Store $store, string $type): array
{
    $temporary = tempnam(dirname($store->path('x')), 'in-');
    [$in, $out] = [fopen('php://input', 'rb'), fopen($temporary, 'wb')];
    [$hash, $size, $head] = [hash_init('sha256'), 0, ''];
    try {
        while (!feof($in)) {
            $chunk = fread($in, 65536);
            $size += strlen($chunk);
            if ($size > ATTACHMENT_BYTES) {
                throw new Problem(413, 'LPSE_ATTACHMENT_TOO_LARGE');
            }
            $head = substr($head . $chunk, 0, 16);
            hash_update($hash, $chunk);
            fwrite($out, $chunk);
        }
        if ($size === 0) {
            throw new Problem(422, 'LPSE_ATTACHMENT_EMPTY');
        }
        if (!isset(TYPES[$type]) || !str_starts_with($head, TYPES[$type])) {
            throw new Problem(415, 'LPSE_ATTACHMENT_TYPE');
        }
        fclose($out);
        $sha256 = hash_final($hash);
        rename($temporary, $store->path($sha256));
        return [$sha256, $size];
    } finally {
        if (is_file($temporary)) {
            unlink($temporary);
        }
    }
}

function attachment(Store $store, array $config, string $sha256): void
{
    $caller = caller($store, $config);
    $file = $store->rows('SELECT * FROM files WHERE sha256 = ?', $sha256)[0] ?? null;
    $isTheirs = $caller['actor']->role !== 'user'
        || $store->rows('SELECT 1 FROM file_cases WHERE sha256 = ? AND id = ?', $sha256, $caller['case'] ?? '');
    if (!$file || !$isTheirs) {
        throw new Problem(404, 'LPSE_ATTACHMENT_NOT_FOUND');
    }
    $size = (int) $file['size'];
    [$from, $to] = [0, $size - 1];
    if (preg_match('/^bytes=(\d*)-(\d*)$/', $_SERVER['HTTP_RANGE'] ?? '', $match) && $match[0] !== 'bytes=-') {
        [, $first, $last] = $match;
        $from = $first === '' ? max(0, $size - (int) $last) : (int) $first;
        $to = $first === '' || $last === '' ? $size - 1 : min((int) $last, $size - 1);
        if ($from > $to) {
            throw new Problem(416, 'LPSE_RANGE_INVALID', headers: ['Content-Range' => "bytes */$size"]);
        }
        http_response_code(206);
        header("Content-Range: bytes $from-$to/$size");
    }
    header("Content-Type: {$file['type']}");
    header("Content-Disposition: attachment; filename*=UTF-8''" . rawurlencode($file['name']));
    header('X-Content-Type-Options: nosniff');
    header("ETag: \"$sha256\"");
    header('Accept-Ranges: bytes');
    header('Cache-Control: private, no-store');
    echo file_get_contents($store->path($sha256), false, null, $from, $to - $from + 1);
}

function sendJson(array $body, int $status = 200): void
{
    http_response_code($status);
    header('Content-Type: application/json');
    header('Cache-Control: no-store');
    echo writeJson($body);
}
