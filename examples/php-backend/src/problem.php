<?php
declare(strict_types=1);

/** A problem of RFC 9457 with a code of the contract. It never repeats what was sent. */
class Problem extends Exception
{
    public function __construct(
        private int $status,
        private string $problemCode,
        private array $params = [],
        private array $problems = [],
        private ?stdClass $consultation = null,
        private array $headers = [],
    ) {
        parent::__construct($problemCode);
    }

    public function send(): void
    {
        http_response_code($this->status);
        header('Content-Type: application/problem+json');
        header('Cache-Control: no-store');
        foreach ($this->headers as $name => $value) {
            header("$name: $value");
        }
        $body = [
            'type' => "https://lpse-konsultasi.example/problems/{$this->problemCode}",
            'title' => ucfirst(strtolower(str_replace(['LPSE_', '_'], ['', ' '], $this->problemCode))) . '.',
            'status' => $this->status,
            'code' => $this->problemCode,
            'params' => (object) $this->params,
            'problems' => $this->problems,
        ];
        if ($this->consultation) {
            header('ETag: "' . $this->consultation->version . '"');
            $body['consultation'] = $this->consultation;
        }
        echo writeJson($body);
    }
}

/** A field that has to be mended. */
function fieldProblem(string $pointer, string $keyword): array
{
    $message = 'Mohon periksa isian ini.';
    return ['pointer' => $pointer, 'keyword' => $keyword, 'params' => (object) [], 'messageKey' => $keyword, 'message' => $message];
}
