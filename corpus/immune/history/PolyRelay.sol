// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Who keeps the bridge. Only the relay may change it.
contract Keepers {
    address public immutable relay;
    address public keeper;

    constructor(address relay_, address keeper_) {
        (relay, keeper) = (relay_, keeper_);
    }

    function replace(address keeper_) external {
        require(msg.sender == relay, "not the relay");
        keeper = keeper_;
    }
}

/// Carries out whatever a message from the other chain asks for, at any contract: also at the one that trusts it.
contract Broken {
    function deliver(address to, bytes calldata data) external {
        (bool done,) = to.call(data);
        require(done, "failed");
    }
}

/// The same, but not there.
contract Guarded {
    address public keepers;

    function protect(address keepers_) external {
        require(keepers == address(0), "done");
        keepers = keepers_;
    }

    function deliver(address to, bytes calldata data) external {
        require(to != keepers && to != address(this), "not there");
        (bool done,) = to.call(data);
        require(done, "failed");
    }
}

/// What the bridge has.
contract Vault {
    Keepers public immutable keepers;

    constructor(Keepers keepers_) payable {
        keepers = keepers_;
    }

    function release(address payable to, uint256 amount) external {
        require(msg.sender == keepers.keeper(), "not the keeper");
        (bool paid,) = to.call{value: amount}("");
        require(paid, "not paid");
    }
}
