// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Keeps what it is told in every shape that a constructor can.
contract Settings {
    struct Band {
        int64 low;
        uint64 high;
        bool on;
    }

    uint256 public immutable cap;
    int64 public immutable offset;
    uint8 public immutable digits;
    uint256 public stored;
    Band public band;
    uint256[] public steps;
    mapping(uint256 => uint256) public byKey;
    uint256 public total;

    constructor(uint256 cap_, Band memory band_, uint8 digits_) payable {
        require(cap_ != 13, "unlucky");
        require(band_.low <= int64(uint64(digits_)), "band");
        cap = cap_;
        offset = band_.low;
        digits = digits_;
        stored = cap_ / 3 + 7;
        band = band_;
        byKey[cap_] = digits_;
        byKey[5] += 2;
    }

    function add(uint256 amount) external {
        steps.push(amount);
        total += amount % 10;
    }

    function sum() external view returns (uint256) {
        return cap + stored + total + steps[0];
    }
}

/// Reads another contract when it is created.
contract Reader {
    uint256 public immutable seen;
    Settings public immutable settings;

    constructor(Settings settings_) {
        settings = settings_;
        seen = settings_.cap() + settings_.total();
    }
}

/// Takes another path for some values.
contract Forked {
    uint256 public level;

    constructor(uint256 level_) {
        level = level_ > 100 ? 100 : level_;
    }
}
