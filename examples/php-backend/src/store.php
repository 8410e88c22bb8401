<?php
declare(strict_types=1);

/** The log is the only truth; a case is made of it each time. Files lie beside the database, under their hash. */
class Store
{
    public readonly PDO $db;

    public function __construct(private string $folder)
    {
        if (!is_dir("$folder/files")) {
            mkdir("$folder/files", 0700, true);
        }
        $this->db = new PDO("sqlite:$folder/lpse.sqlite", null, null, [PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION]);
        $this->db->exec('PRAGMA busy_timeout = 10000');
        $this->db->exec('PRAGMA journal_mode = WAL');
        // What was answered is on the disk.
        $this->db->exec('PRAGMA synchronous = FULL');
        $this->db->exec(<<<'SQL'
            CREATE TABLE IF NOT EXISTS events (
                position INTEGER PRIMARY KEY AUTOINCREMENT,
                id TEXT NOT NULL, seq INTEGER NOT NULL, event TEXT NOT NULL, UNIQUE (id, seq));
            CREATE TABLE IF NOT EXISTS commands (
                key TEXT PRIMARY KEY, digest TEXT NOT NULL, id TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL);
            CREATE TABLE IF NOT EXISTS tokens (hash TEXT PRIMARY KEY, id TEXT NOT NULL);
            CREATE TABLE IF NOT EXISTS numbers (name TEXT PRIMARY KEY, last INTEGER NOT NULL);
            CREATE TABLE IF NOT EXISTS files (
                sha256 TEXT PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL, size INTEGER NOT NULL);
            CREATE TABLE IF NOT EXISTS file_cases (sha256 TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (sha256, id));
            CREATE TRIGGER IF NOT EXISTS events_stay BEFORE UPDATE ON events
                BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
            CREATE TRIGGER IF NOT EXISTS events_remain BEFORE DELETE ON events
                BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
            SQL);
    }

    /** All or nothing, and one writer at a time: what is read in it is still true when it is written. */
    public function transact(callable $work): mixed
    {
        $this->db->exec('BEGIN IMMEDIATE');
        try {
            $result = $work();
            $this->db->exec('COMMIT');
            return $result;
        } catch (Throwable $error) {
            $this->db->exec('ROLLBACK');
            throw $error;
        }
    }

    public function rows(string $sql, mixed ...$values): array
    {
        $statement = $this->db->prepare($sql);
        $statement->execute($values);
        return $statement->fetchAll(PDO::FETCH_ASSOC);
    }

    /** @return stdClass[] the log of a case, in order */
    public function events(string $id): array
    {
        $rows = $this->rows('SELECT event FROM events WHERE id = ? ORDER BY seq', $id);
        return verified(array_map(fn ($row) => readJson($row['event']), $rows));
    }

    public function append(array $events): void
    {
        foreach ($events as $event) {
            $this->rows('INSERT INTO events (id, seq, event) VALUES (?, ?, ?)', $event->consultationId, $event->seq, writeJson($event));
        }
    }

    public function next(string $name): int
    {
        $this->rows('INSERT INTO numbers VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET last = last + 1', $name);
        return (int) $this->rows('SELECT last FROM numbers WHERE name = ?', $name)[0]['last'];
    }

    public function position(): string
    {
        return (string) ($this->rows('SELECT max(position) AS last FROM events')[0]['last'] ?? 0);
    }

    public function path(string $sha256): string
    {
        return "{$this->folder}/files/$sha256";
    }
}
