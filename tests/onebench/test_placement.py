"""Both windows are in sight on every usual screen."""

from __future__ import annotations

import pytest

from onebench.placement import GAP, TITLE, Box, arrange

SIZES = {"car": (1920, 720), "phone": (420, 880)}


def frame(box: Box) -> Box:
    return Box(box.x, box.y - TITLE, box.width, box.height + TITLE)


@pytest.mark.parametrize(
    ("width", "height", "car_at_least"),
    [
        (1920, 1080, 1400),
        (1366, 768, 950),
        (2560, 1440, 1920),
        (1280, 720, 900),
        (1080, 1920, 1000),
        (3840, 2160, 1920),
    ],
)
def test_nothing_is_cut_or_covered(width: int, height: int, car_at_least: int) -> None:
    screen = Box(10, 30, width, height)
    places = arrange(screen, SIZES)
    car, phone = places["car"], places["phone"]
    for name, box in places.items():
        outer = frame(box)
        assert outer.x >= screen.x
        assert outer.y >= screen.y
        assert outer.x + outer.width <= screen.x + width
        assert outer.y + outer.height <= screen.y + height
        assert box.width / box.height == pytest.approx(SIZES[name][0] / SIZES[name][1], rel=0.01)
    beside = phone.x >= car.x + car.width + GAP
    below = frame(phone).y >= car.y + car.height + GAP
    assert beside != below
    assert beside == (width > height)
    assert car.width >= car_at_least


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1366, 768), (1080, 1920)])
@pytest.mark.parametrize("more", [("watch6",), ("watch6", "on01"), ("watch6", "watch-se", "on01")])
def test_accessories_find_room_beside_car_and_phone(width: int, height: int, more: tuple[str, ...]) -> None:
    known = {"watch6": (440, 640), "watch-se": (440, 640), "on01": (360, 680)}
    sizes = SIZES | {name: known[name] for name in more}
    screen = Box(0, 0, width, height)
    outers = {name: frame(box) for name, box in arrange(screen, sizes).items()}
    for name, outer in outers.items():
        assert outer.x >= 0, name
        assert outer.y >= 0, name
        assert outer.x + outer.width <= width, name
        assert outer.y + outer.height <= height, name
        assert outer.width >= 0.2 * sizes[name][0], name
        for other in set(outers) - {name}:
            beside = outer.x + outer.width <= outers[other].x or outers[other].x + outers[other].width <= outer.x
            apart = outer.y + outer.height <= outers[other].y or outers[other].y + outers[other].height <= outer.y
            assert beside or apart, (name, other)


def test_a_window_alone_is_in_the_middle() -> None:
    box = arrange(Box(0, 0, 1366, 768), {"car": SIZES["car"]})["car"]
    assert (box.x, box.width) == (GAP, 1366 - 2 * GAP)
    assert abs(frame(box).y - (768 - box.y - box.height)) <= TITLE
