"""Which files a mistake in the content keeps from being printed: those made from it, and no others."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from press.errors import Place, Problem
from press.model.job import Job

#: A file of the project → whether a job is made from it: (names in the path, job, key of its branch).
_RULES: Mapping[str, Callable[[Mapping[str, str], Job, str], bool]] = {
    r"content/leaflets/(?P<key>[^/]+)/leaflet\.yaml": lambda found, job, branch: job.leaflet == found["key"],
    r"content/leaflets/(?P<key>[^/]+)/((translated|sign-offs)/)?(?P<language>[^/]+)\.yaml": lambda found, job, branch: (
        job.leaflet == found["key"] and job.language == found["language"]
    ),
    r"content/branches/(?P<key>[^/]+)\.yaml": lambda found, job, branch: branch == found["key"],
    r"templates/words/(?P<language>[^/]+)\.yaml": lambda found, job, branch: job.language == found["language"],
    r"templates/formats/(?P<key>[^/]+)\.yaml": lambda found, job, branch: job.format == found["key"],
}
_PRICES = r"content/prices(-[^/]*)?\.yaml"


def concerns(problem: Problem, job: Job, branch: str, price_list: str) -> bool:
    """Whether `problem` is about what `job` prints; in doubt it is.

    `branch` is the key of the job's branch (the main one has a key too), `price_list` is the file whose
    prices stand on the paper, "" if none do: an expired list must not keep a card with emergency signs away,
    and a mistake in next year's list must not keep this year's leaflet away.
    """
    if problem.job:
        return problem.job == job.path
    file = (problem.place or Place("")).file
    if re.fullmatch(_PRICES, file):
        return file == price_list
    for pattern, is_made_from in _RULES.items():
        if found := re.fullmatch(pattern, file):
            return is_made_from(found.groupdict(), job, branch)
    return True
