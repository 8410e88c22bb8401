<?php
// The contract of docs/reference/wire.md in plain PHP 8 and SQLite: `php -S 127.0.0.1:8080 index.php`.
declare(strict_types=1);

require __DIR__ . '/src/json.php';
require __DIR__ . '/src/problem.php';
require __DIR__ . '/src/store.php';
require __DIR__ . '/src/procedure.php';
require __DIR__ . '/src/routes.php';

$config = require getenv('LPSE_CONFIG') ?: __DIR__ . '/config.php';
try {
    route(new Store($config['data']), $config);
} catch (Problem $problem) {
    $problem->send();
} catch (Throwable $error) {
    // The message may hold what somebody has typed: only the place of the error is written down.
    error_log(get_class($error) . ' at ' . basename($error->getFile()) . ':' . $error->getLine());
    (new Problem(500, 'LPSE_SERVER_FAILED'))->send();
}
