// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// At most 100 in flight, of which one decays each second; what comes back is taken off.
contract Net {
    uint256 public inFlight;
    uint256 public last = block.timestamp;

    function level() internal view returns (uint256) {
        uint256 decayed = block.timestamp - last;
        return inFlight <= decayed ? 0 : inFlight - decayed;
    }

    function send(uint256 amount) external {
        uint256 now_ = level() + amount;
        require(now_ <= 100);
        inFlight = now_;
        last = block.timestamp;
    }

    function back(uint256 amount) external virtual {
        inFlight = inFlight <= amount ? 0 : inFlight - amount;
    }
}

/// What comes back counts twice.
contract Twice is Net {
    function back(uint256 amount) external override {
        inFlight = inFlight <= 2 * amount ? 0 : inFlight - 2 * amount;
    }
}
