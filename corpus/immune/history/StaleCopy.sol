// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// Pays a reward for staked coins, by an index of what each coin has earned. A deposit is booked with a copy of the index
/// that was made before it was brought up to date.
contract Broken {
    uint256 public constant RATE = 1e18;

    struct Pool {
        uint256 index;
        uint256 updated;
        uint256 staked;
    }

    Pool internal pool;
    uint256 public immutable start = block.timestamp;
    uint256 public minted;
    mapping(address => uint256) public stakeOf;
    mapping(address => uint256) private booked;

    constructor() {
        pool.updated = block.timestamp;
    }

    function update() internal {
        if (pool.staked > 0) {
            pool.index += (block.timestamp - pool.updated) * RATE / pool.staked;
        }
        pool.updated = block.timestamp;
    }

    function stake(uint128 amount) external {
        Pool memory copy = pool;
        update();
        require(stakeOf[msg.sender] == 0 && amount > 0, "once");
        stakeOf[msg.sender] = amount;
        booked[msg.sender] = amount * copy.index;
        pool.staked += amount;
    }

    function leave() external {
        update();
        uint256 amount = stakeOf[msg.sender];
        mint(amount * pool.index - booked[msg.sender]);
        stakeOf[msg.sender] = 0;
        booked[msg.sender] = 0;
        pool.staked -= amount;
    }

    function mint(uint256 reward) internal virtual {
        minted += reward;
    }
}

/// The same with a limit on what is minted: no more than was to be paid since the beginning.
contract Guarded is Broken {
    function mint(uint256 reward) internal override {
        require(minted + reward <= RATE * (block.timestamp - start), "too much");
        minted += reward;
    }
}
