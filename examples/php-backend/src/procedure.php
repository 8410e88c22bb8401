<?php
declare(strict_types=1);

/** State by command: what the procedure knows. Everything else is out of order. */
const TRANSITIONS = [
    'submit' => ['draft'],
    'start-review' => ['submitted'],
    'review' => ['reviewing'],
    'return' => ['incomplete'],
    'call' => ['queued', 'called'],
    'record-attendance' => ['called'],
    'requeue' => ['no-show'],
    'analyse' => ['analysing'],
    'answer' => ['answering'],
    'archive' => ['handing-over'],
    'cancel' => ['draft', 'submitted', 'reviewing', 'incomplete', 'queued', 'called', 'no-show'],
];
/** What is known of the procedure, and not done here. */
const ELSEWHERE = ['escalate', 'receive-reply', 'record-number', 'remind', 'revoke-escalation', 'confirm', 'reopen', 'explain-deviation'];
const OF_THE_PUBLIC = ['register', 'submit', 'cancel'];
const STEP_OF_STATE = [
    'draft' => 3, 'submitted' => 4, 'reviewing' => 4, 'incomplete' => 5, 'queued' => 7, 'called' => 7, 'no-show' => 7,
    'analysing' => 8, 'answering' => 9, 'escalating' => 10, 'handing-over' => 11, 'archived' => 11,
];

/** The same events, when each is as it was written and follows the one before. Nothing is built upon a log that is not. */
function verified(array $events): array
{
    $prevHash = str_repeat('0', 64);
    foreach ($events as $index => $event) {
        $content = clone $event;
        unset($content->hash);
        $isWhole = $event->seq === $index + 1 && $event->prevHash === $prevHash;
        if (!$isWhole || $event->hash !== hash('sha256', canonical($content))) {
            throw new Problem(409, 'LPSE_STORAGE_CORRUPT');
        }
        $prevHash = $event->hash;
    }
    return $events;
}

/** The case that a log tells of; null for an empty one. */
function replay(array $events): ?stdClass
{
    $case = null;
    foreach ($events as $event) {
        $case ??= (object) [
            'id' => $event->consultationId, 'state' => 'draft', 'version' => 0, 'head' => '', 'step' => 1,
            'registeredAt' => $event->at, 'updatedAt' => $event->at, 'tiket' => '', 'putaran' => 1,
            'bukuTamu' => new stdClass(), 'submissions' => [], 'reviews' => [], 'calls' => [], 'reminders' => [], 'revocations' => [],
            'answers' => [], 'replies' => [], 'reopenings' => [], 'confirmations' => [], 'archives' => [], 'runs' => [],
            'shortfalls' => [], 'explanations' => [],
        ];
        evolve($case, $event);
        $case->version = $event->seq;
        $case->head = $event->hash;
        $case->updatedAt = $event->at;
        $case->step = STEP_OF_STATE[$case->state] ?? $case->step;
    }
    return $case;
}

function evolve(stdClass $case, stdClass $event): void
{
    $data = $event->data;
    $signed = fn (array $more = []) => (object) (get_object_vars($data) + $more + ['at' => $event->at, 'by' => $event->actor]);
    switch ($event->type) {
        case 'registered':
            $case->tiket = $data->tiket;
            $case->bukuTamu = $data->bukuTamu;
            break;
        case 'form-submitted':
            $case->submissions[] = $signed();
            $case->state = 'submitted';
            break;
        case 'review-started':
            $case->reviewer = $event->actor;
            $case->state = 'reviewing';
            break;
        case 'found-incomplete':
            $case->reviews[] = $signed(['putaran' => $case->putaran, 'lengkap' => false]);
            $case->state = 'incomplete';
            break;
        case 'found-complete':
            $case->reviews[] = $signed(['putaran' => $case->putaran, 'lengkap' => true, 'kolomKurang' => []]);
            break;
        case 'form-returned':
            $case->putaran = $data->putaran;
            unset($case->reviewer);
            $case->state = 'draft';
            break;
        case 'form-accepted':
            $case->nomorAntrean = $data->nomorAntrean;
            $case->queuedAt = $event->at;
            $case->state = 'queued';
            break;
        case 'called':
            $case->calls[] = $signed();
            $case->state = 'called';
            break;
        case 'missed':
        case 'attended':
            $last = $case->calls[array_key_last($case->calls)];
            $last->hasil = $data->hasil ?? 'hadir';
            $case->state = $event->type === 'missed' ? 'no-show' : 'analysing';
            break;
        case 'requeued':
            $case->queuedAt = $event->at;
            $case->state = 'queued';
            break;
        case 'analysed':
            $case->analisis = $data->analisis;
            $case->state = $data->solusiDitemukan ? 'answering' : 'escalating';
            break;
        case 'answered':
            $case->answers[] = $signed();
            $case->state = 'handing-over';
            break;
        case 'archived':
            $case->archives[] = $signed();
            $case->state = 'archived';
            break;
        case 'cancelled':
            $case->cancellation = $signed();
            $case->state = 'cancelled';
            break;
    }
}

/** What a command leads to: a list of [type, step, data]. Throws the problem when it leads to nothing. */
function decide(?stdClass $case, string $type, stdClass $data, stdClass $actor, Store $store, array $config): array
{
    if ($case === null && $type !== 'register') {
        throw new Problem(404, 'LPSE_CONSULTATION_UNKNOWN');
    }
    if ($actor->role === 'viewer' || ($actor->role === 'user' && !in_array($type, OF_THE_PUBLIC, true))) {
        throw new Problem(403, 'LPSE_WORKFLOW_ROLE_FORBIDDEN', ['role' => $actor->role, 'command' => $type]);
    }
    if ($type === 'register') {
        if ($case) {
            throw new Problem(409, 'LPSE_WORKFLOW_ALREADY_REGISTERED');
        }
        need($data, ['nama' => [2, 100], 'kanal' => [1, 40]]);
        $tiket = sprintf('PHP-%06d', $store->next('ticket'));
        return [['registered', 1, ['tiket' => $tiket, 'bukuTamu' => $data]], ['form-handed-out', 2, []]];
    }
    if (!in_array($case->state, TRANSITIONS[$type] ?? [], true)) {
        throw new Problem(409, 'LPSE_WORKFLOW_OUT_OF_ORDER', ['state' => $case->state, 'command' => $type, 'allowed' => allowed($case)]);
    }
    switch ($type) {
        case 'submit':
            need($data, ['nama' => [2, 100], 'judul' => [5, 150], 'uraian' => [20, 4000], 'kategori' => [1, 60]]);
            return [['form-submitted', 3, ['formulir' => $data, 'putaran' => $case->putaran, 'temuan' => []]]];
        case 'start-review':
            return [['review-started', 4, []]];
        case 'review':
            return review($data, $store, $config);
        case 'return':
            return [['form-returned', 5, ['putaran' => $case->putaran + 1]]];
        case 'call':
            need($data, ['metode' => [1, 20]]);
            return [['called', 7, ['urutan' => count($case->calls) + 1] + get_object_vars($data)]];
        case 'record-attendance':
            return ($data->hasil ?? '') === 'hadir' ? [['attended', 7, []]] : [['missed', 7, ['hasil' => 'tidakHadir']]];
        case 'requeue':
            return [['requeued', 7, []]];
        case 'analyse':
            if (!is_bool($data->solusiDitemukan ?? null)) {
                throw new Problem(422, 'LPSE_FORM_INVALID', [], [fieldProblem('/solusiDitemukan', 'required')]);
            }
            return [['analysed', 8, ['analisis' => $data, 'solusiDitemukan' => $data->solusiDitemukan]]];
        case 'answer':
            return answer($case, $data, $actor);
        case 'archive':
            if (!isset($data->salinan, $data->arsip)) {
                throw new Problem(422, 'LPSE_FORM_INVALID', [], [fieldProblem('/salinan', 'required')]);
            }
            $data->arsip->nomorBerkas ??= sprintf('ARSIP-%06d', $store->next('archive'));
            return [['archived', 11, ['salinan' => $data->salinan, 'arsip' => $data->arsip]]];
        default:
            return [['cancelled', STEP_OF_STATE[$case->state], get_object_vars($data)]];
    }
}

function review(stdClass $data, Store $store, array $config): array
{
    $ticked = [];
    foreach ($data->daftarPeriksa ?? [] as $item) {
        if (($item->terpenuhi ?? false) === true) {
            $ticked[] = $item->butir ?? '';
        }
    }
    if (($data->hasil ?? '') === 'lengkap') {
        if (array_diff($config['checklist'], $ticked)) {
            throw new Problem(422, 'LPSE_REVIEW_UNFINISHED', [], [fieldProblem('/daftarPeriksa', 'checklist')]);
        }
        $nomor = sprintf('P-%03d', $store->next('queue'));
        return [['found-complete', 4, ['pemeriksaan' => $data]], ['form-accepted', 6, ['nomorAntrean' => $nomor]]];
    }
    if (empty($data->kolomKurang) || empty($data->alasan)) {
        throw new Problem(422, 'LPSE_REVIEW_UNFINISHED', [], [fieldProblem('/kolomKurang', 'required')]);
    }
    $flags = array_map(fn ($kolom) => ['kolom' => $kolom], $data->kolomKurang);
    return [['found-incomplete', 4, ['pemeriksaan' => $data, 'kolomKurang' => $flags, 'alasan' => $data->alasan]]];
}

/** The initials stand for one text and no other: the answer with all that it answers. */
function answer(stdClass $case, stdClass $data, stdClass $actor): array
{
    need($data, ['jawaban' => [1, 8000]]);
    $paraf = $data->paraf ?? new stdClass();
    if (($paraf->petugasId ?? '') !== $actor->id) {
        throw new Problem(422, 'LPSE_INITIALS_NOT_AUTHOR', [], [fieldProblem('/paraf', 'initials')]);
    }
    $answered = (object) array_filter([
        'tiket' => $case->tiket,
        'formulir' => $case->submissions[array_key_last($case->submissions)]->formulir,
        'analisis' => $case->analisis,
        'jawaban' => $data->jawaban,
        'rujukan' => ($data->rujukan ?? []) ?: null,
    ], fn ($part) => $part !== null);
    if (($paraf->hashIsi ?? '') !== hash('sha256', canonical($answered))) {
        throw new Problem(422, 'LPSE_INITIALS_MISMATCH', [], [fieldProblem('/paraf', 'initials')]);
    }
    $paraf->namaPetugas = $actor->name;
    $paraf->waktu = now();
    $rujukan = empty($data->rujukan) ? [] : ['rujukan' => $data->rujukan];
    return [['answered', 9, ['jawaban' => $data->jawaban, 'paraf' => $paraf] + $rujukan]];
}

/** The fields that this small server looks at; a full one takes the schemas of packages/form-schema. */
function need(stdClass $data, array $lengths): void
{
    $problems = [];
    foreach ($lengths as $name => [$least, $most]) {
        $value = $data->$name ?? null;
        $length = is_string($value) ? strlen(utf16($value)) / 2 : -1;
        if ($length < $least || $length > $most) {
            $problems[] = fieldProblem("/$name", $length < 0 ? 'required' : 'length');
        }
    }
    if ($problems) {
        throw new Problem(422, 'LPSE_FORM_INVALID', [], $problems);
    }
}

function allowed(stdClass $case): array
{
    return array_keys(array_filter(TRANSITIONS, fn ($from) => in_array($case->state, $from, true)));
}

/** Happenings as entries of the log: numbered, timed, chained. */
function seal(?stdClass $case, string $id, stdClass $actor, array $happenings): array
{
    $seq = $case->version ?? 0;
    $prevHash = $case->head ?? str_repeat('0', 64);
    // A clock that was set back does not set the log back.
    $at = max(now(), $case->updatedAt ?? '');
    $events = [];
    foreach ($happenings as [$type, $step, $data]) {
        $event = (object) [
            'seq' => ++$seq, 'consultationId' => $id, 'type' => $type, 'at' => $at, 'actor' => $actor, 'step' => $step,
            'data' => (object) $data, 'prevHash' => $prevHash,
        ];
        // What is stored is what is hashed: arrays in it become what JSON makes of them.
        $event = readJson(writeJson($event));
        $prevHash = $event->hash = hash('sha256', canonical($event));
        $events[] = $event;
    }
    return $events;
}

function now(): string
{
    return (new DateTimeImmutable('now', new DateTimeZone('UTC')))->format('Y-m-d\TH:i:s.v\Z');
}
